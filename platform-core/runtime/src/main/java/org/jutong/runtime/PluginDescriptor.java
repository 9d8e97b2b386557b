package org.jutong.runtime;

import java.util.List;
import java.util.Map;

/**
 * What a plugin says of itself in {@code JUTONG-INF/plugin.yaml}. Texts are by language tag, {@code zh-CN} and
 * {@code en}. Immutable; lists and maps are never {@code null}.
 *
 * @param id lower-case name, {@code [a-z][a-z0-9-]{1,30}}; also the REST and portal path and the shell scope
 * @param title the plugin's name by language
 * @param description one or two sentences by language
 * @param functionPoints what it does, one line each, by language
 * @param plans what can be ordered; at least one
 * @param permissions the rights it declares
 * @param menu entries of an enrolled site's navigation
 * @param console pages of the console
 * @param columns the types of columns that it serves, such as 咨询投诉: their pages lead to its own, and an inspection does
 *     not count them as blank
 * @param data what it stores and for how long
 * @param responsibility who is responsible for what: party → duties, by language
 */
public record PluginDescriptor(
        String id,
        Map<String, String> title,
        Map<String, String> description,
        List<Map<String, String>> functionPoints,
        List<Plan> plans,
        List<DeclaredPermission> permissions,
        List<MenuEntry> menu,
        List<ConsolePage> console,
        List<String> columns,
        DataPolicy data,
        List<Responsibility> responsibility) {

    /**
     * A plan that a site can order.
     *
     * @param id lower-case name, unique in the plugin
     * @param title by language
     * @param prices yuan a year by site level ({@code province}, {@code prefecture}, {@code county}); 0 is free
     */
    public record Plan(String id, Map<String, String> title, Map<String, Long> prices) {}

    /**
     * A right.
     *
     * @param id {@code <plugin>.<verb>}
     * @param title by language
     * @param roles the roles that hold it
     */
    public record DeclaredPermission(String id, Map<String, String> title, List<String> roles) {}

    /**
     * An entry of the site's navigation.
     *
     * @param title by language
     * @param path relative to the plugin's pages; empty for the first page
     */
    public record MenuEntry(Map<String, String> title, String path) {}

    /**
     * A page of the console.
     *
     * @param title by language
     * @param module an ES module below {@code JUTONG-INF/assets/} of the bundle
     * @param permission the right that shows it
     */
    public record ConsolePage(Map<String, String> title, String module, String permission) {}

    /**
     * What the plugin stores.
     *
     * @param personal whether records about citizens are among it
     * @param retention how long records are kept, an ISO-8601 period such as {@code P2Y}
     * @param text by language
     */
    public record DataPolicy(boolean personal, String retention, Map<String, String> text) {}

    /**
     * A party's duties.
     *
     * @param party such as {@code platform}, {@code site}, {@code vendor}
     * @param duties by language
     */
    public record Responsibility(String party, Map<String, String> duties) {}
}
