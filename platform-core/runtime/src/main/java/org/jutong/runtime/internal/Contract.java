package org.jutong.runtime.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * The version of the plugin contract that this platform offers, compared without resolving the plugin.
 *
 * @param offered such as 1.0.0
 */
record Contract(Version offered) {

    private static final String NAMESPACE = "org.jutong.contract";
    private static final Pattern RANGE =
            Pattern.compile("\\(&\\(version>=([\\d.]+)\\)\\(!\\(version>=([\\d.]+)\\)\\)\\)");

    /** What the bundle that carries the contract says of itself. */
    static Contract of(Bundle api) {
        return api.adapt(BundleRevision.class).getDeclaredCapabilities(NAMESPACE).stream()
                .map(capability -> capability.getAttributes().get("version"))
                .filter(Version.class::isInstance)
                .map(version -> new Contract((Version) version))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(api + " offers no " + NAMESPACE));
    }

    /** Why the plugin was made for another platform; empty where it was not. */
    Optional<String> fault(Bundle plugin) {
        List<BundleRequirement> required = plugin.adapt(BundleRevision.class).getDeclaredRequirements(NAMESPACE);
        if (required.isEmpty()) {
            return Optional.of("清单中没有声明所需的插件契约版本；本平台提供 " + offered + "。");
        }
        return required.stream()
                .map(requirement -> requirement.getDirectives().getOrDefault("filter", "(version=*)"))
                .filter(filter -> !matches(filter))
                .findFirst()
                .map(filter -> "需要插件契约 " + readable(filter) + "，本平台提供 " + offered + "。");
    }

    private boolean matches(String filter) {
        try {
            return FrameworkUtil.createFilter(filter).matches(Map.of("version", offered));
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }

    private static String readable(String filter) {
        Matcher range = RANGE.matcher(filter.replace(" ", ""));
        return range.matches() ? "[" + range.group(1) + "," + range.group(2) + ")" : filter;
    }
}
