package org.jutong.plugin;

import java.util.Map;
import java.util.Objects;

/**
 * A piece of a portal page: a template of the plugin's own bundle and the values it shows. The platform renders it
 * inside the site's frame, with escaping always on; a plugin hands over values, never markup.
 *
 * @param template path below {@code JUTONG-INF/templates/} of the plugin's bundle, such as {@code letters.peb} (Pebble)
 * @param title the heading of the page or block, plain text
 * @param model the values by name; maps, lists, records and scalars
 */
public record View(String template, String title, Map<String, ?> model) implements PageResult {
    public View {
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(title, "title");
        model = Map.copyOf(model);
    }
}
