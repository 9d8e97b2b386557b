package org.jutong.web.internal.portal;

/**
 * A plugin's block as it was rendered.
 *
 * @param html from the plugin's template, values escaped; empty for a gap
 * @param gap whether the plugin failed and only its title can be shown
 */
public record PluginPart(String title, String url, String html, boolean gap) {}
