package org.jutong.web.internal.account;

import java.util.LinkedHashMap;
import java.util.Map;

/** What people call the browser that names itself so. */
final class Browser {

    private static final Map<String, String> PROGRAMS = ordered(
            "MicroMessenger", "微信", "Edg", "Edge", "Firefox", "Firefox", "Chrome", "Chrome", "Safari", "Safari");
    private static final Map<String, String> MACHINES = ordered(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "HarmonyOS",
            "鸿蒙",
            "Android",
            "安卓",
            "Windows",
            "Windows",
            "Mac OS",
            "Mac",
            "Linux",
            "Linux");

    private Browser() {}

    /** Such as {@code Chrome · Windows}; empty for one that is not known. */
    static String name(String agent) {
        String program = find(PROGRAMS, agent);
        String machine = find(MACHINES, agent);
        return program.isEmpty() || machine.isEmpty() ? program + machine : program + " · " + machine;
    }

    private static String find(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
