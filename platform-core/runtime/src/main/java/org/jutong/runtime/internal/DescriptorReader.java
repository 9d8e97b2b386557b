package org.jutong.runtime.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jutong.runtime.PluginDescriptor;
import org.jutong.runtime.PluginDescriptor.ConsolePage;
import org.jutong.runtime.PluginDescriptor.DataPolicy;
import org.jutong.runtime.PluginDescriptor.DeclaredPermission;
import org.jutong.runtime.PluginDescriptor.MenuEntry;
import org.jutong.runtime.PluginDescriptor.Plan;
import org.jutong.runtime.PluginDescriptor.Responsibility;

/** Reads {@code plugin.yaml} strictly: a key that is misspelt is a fault and not a silent default. */
final class DescriptorReader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,30}");
    private static final Pattern VERB = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern RELATIVE = Pattern.compile("(?!/)(?!.*\\.\\.)[A-Za-z0-9._/-]+");
    private static final Set<String> LEVELS = Set.of("province", "prefecture", "county");
    private static final Set<String> ROLES = Set.of("administrator", "operator", "site-owner", "editor");

    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** @throws DescriptorFault where it cannot be used */
    PluginDescriptor read(InputStream in) throws IOException {
        JsonNode root;
        try {
            root = yaml.readTree(in);
        } catch (JsonProcessingException e) {
            throw new DescriptorFault("plugin.yaml 不是合格的 YAML：" + firstLine(e.getOriginalMessage()));
        }
        return descriptor(new DescriptorNode("", root));
    }

    private static PluginDescriptor descriptor(DescriptorNode root) {
        root.only(
                "id",
                "title",
                "description",
                "functionPoints",
                "plans",
                "permissions",
                "menu",
                "console",
                "columns",
                "data",
                "responsibility");
        String id = name(root, ID);
        List<Plan> plans = root.items("plans", DescriptorReader::plan);
        if (new HashSet<>(plans.stream().map(Plan::id).toList()).size() < plans.size()) {
            throw root.fault("的 plans 中有重复的 id");
        }
        return new PluginDescriptor(
                id,
                root.words("title"),
                root.words("description"),
                root.items("functionPoints", DescriptorNode::words),
                plans,
                root.optionalItems("permissions", node -> permission(node, id)),
                root.optionalItems("menu", DescriptorReader::entry),
                root.optionalItems("console", DescriptorReader::page),
                root.optionalNames("columns"),
                policy(root.child("data")),
                root.items("responsibility", DescriptorReader::responsibility));
    }

    private static Plan plan(DescriptorNode node) {
        node.only("id", "title", "prices");
        return new Plan(name(node, ID), node.words("title"), node.amounts("prices", LEVELS));
    }

    private static DeclaredPermission permission(DescriptorNode node, String plugin) {
        node.only("id", "title", "roles");
        String id = node.text("id");
        if (!id.startsWith(plugin + ".")
                || !VERB.matcher(id.substring(plugin.length() + 1)).matches()) {
            throw node.fault("的 id 应为 " + plugin + ".动词");
        }
        List<String> roles = node.names("roles");
        roles.stream().filter(role -> !ROLES.contains(role)).findFirst().ifPresent(role -> {
            throw node.fault("有未知的角色 " + role);
        });
        return new DeclaredPermission(id, node.words("title"), roles);
    }

    private static MenuEntry entry(DescriptorNode node) {
        node.only("title", "path");
        String path = node.optionalText("path");
        return new MenuEntry(node.words("title"), path.isEmpty() ? path : relative(node, "path", path));
    }

    private static ConsolePage page(DescriptorNode node) {
        node.only("title", "module", "permission");
        return new ConsolePage(
                node.words("title"), relative(node, "module", node.text("module")), node.text("permission"));
    }

    private static DataPolicy policy(DescriptorNode node) {
        node.only("personal", "retention", "text");
        return new DataPolicy(node.flag("personal"), retention(node), node.words("text"));
    }

    private static Responsibility responsibility(DescriptorNode node) {
        node.only("party", "duties");
        return new Responsibility(node.text("party"), node.words("duties"));
    }

    private static String name(DescriptorNode node, Pattern shape) {
        String id = node.text("id");
        if (!shape.matcher(id).matches()) {
            throw node.fault("的 id 应由小写字母开头，含 2 至 31 个小写字母、数字或连字符");
        }
        return id;
    }

    private static String relative(DescriptorNode node, String key, String path) {
        if (!RELATIVE.matcher(path).matches()) {
            throw node.fault("的 " + key + " 应为不以斜线开头的相对路径");
        }
        return path;
    }

    private static String retention(DescriptorNode node) {
        String text = node.text("retention");
        try {
            Period period = Period.parse(text);
            if (!period.isNegative() && !period.isZero()) {
                return text;
            }
        } catch (DateTimeException e) {
            // said below, together with a period of nothing
        }
        throw node.fault("的 retention 应为 P2Y 这样的期限");
    }

    private static String firstLine(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
