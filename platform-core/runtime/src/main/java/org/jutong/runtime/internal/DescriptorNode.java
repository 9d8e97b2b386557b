package org.jutong.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A mapping of the descriptor and where it stands; says what is wrong in words an author can act on. */
final class DescriptorNode {

    private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");

    private final String path;
    private final JsonNode node;

    DescriptorNode(String path, JsonNode node) {
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw fault("应为一组键值");
        }
    }

    /** Refuses every key that is not among these. */
    DescriptorNode only(String... keys) {
        Set<String> known = Set.of(keys);
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw fault("有未知的键 " + key);
            }
        });
        return this;
    }

    String text(String key) {
        JsonNode value = required(key);
        if (!value.isValueNode() || value.asText().isBlank()) {
            throw fault("的 " + key + " 应为文字");
        }
        return value.asText();
    }

    /** Text that may be empty. */
    String optionalText(String key) {
        return node.hasNonNull(key) && !node.get(key).asText().isEmpty() ? text(key) : "";
    }

    boolean flag(String key) {
        JsonNode value = required(key);
        if (!value.isBoolean()) {
            throw fault("的 " + key + " 应为 true 或 false");
        }
        return value.booleanValue();
    }

    /** Words by language; Chinese is a must. */
    Map<String, String> words(String key) {
        return new DescriptorNode(at(key), required(key)).words();
    }

    Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        node.fieldNames().forEachRemaining(language -> {
            if (!LANGUAGES.contains(language)) {
                throw fault("有未知的语言 " + language);
            }
            words.put(language, text(language));
        });
        text("zh-CN");
        return Map.copyOf(words);
    }

    /** Whole numbers of at least zero, by one of these keys. */
    Map<String, Long> amounts(String key, Set<String> keys) {
        DescriptorNode amounts = new DescriptorNode(at(key), required(key));
        amounts.only(keys.toArray(String[]::new));
        Map<String, Long> found = new TreeMap<>();
        amounts.node.properties().forEach(entry -> {
            if (!entry.getValue().canConvertToLong()
                    || !entry.getValue().isIntegralNumber()
                    || entry.getValue().longValue() < 0) {
                throw amounts.fault("的 " + entry.getKey() + " 应为不小于 0 的整数");
            }
            found.put(entry.getKey(), entry.getValue().longValue());
        });
        if (found.isEmpty()) {
            throw amounts.fault("不能为空");
        }
        return Map.copyOf(found);
    }

    List<String> names(String key) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : sequence(key)) {
            if (!item.isTextual() || item.asText().isBlank()) {
                throw fault("的 " + key + " 应为文字的列表");
            }
            names.add(item.asText());
        }
        return List.copyOf(names);
    }

    /** Names that may be absent. */
    List<String> optionalNames(String key) {
        return node.hasNonNull(key) ? names(key) : List.of();
    }

    /** The items of a list that must have at least one. */
    <T> List<T> items(String key, Function<DescriptorNode, T> read) {
        List<T> items = optionalItems(key, read);
        if (items.isEmpty()) {
            throw fault("的 " + key + " 至少要有一项");
        }
        return items;
    }

    /** The items of a list that may be empty or absent. */
    <T> List<T> optionalItems(String key, Function<DescriptorNode, T> read) {
        List<T> items = new ArrayList<>();
        if (node.hasNonNull(key)) {
            for (JsonNode item : sequence(key)) {
                items.add(read.apply(new DescriptorNode(at(key) + "[" + items.size() + "]", item)));
            }
        }
        return List.copyOf(items);
    }

    DescriptorNode child(String key) {
        return new DescriptorNode(at(key), required(key));
    }

    DescriptorFault fault(String what) {
        return new DescriptorFault("plugin.yaml " + (path.isEmpty() ? "" : "中 " + path + " ") + what + "。");
    }

    private JsonNode sequence(String key) {
        JsonNode list = required(key);
        if (!list.isArray()) {
            throw fault("的 " + key + " 应为列表");
        }
        return list;
    }

    private JsonNode required(String key) {
        if (!node.hasNonNull(key)) {
            throw fault("缺少键 " + key);
        }
        return node.get(key);
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
