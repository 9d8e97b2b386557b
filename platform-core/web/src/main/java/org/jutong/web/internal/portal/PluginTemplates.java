package org.jutong.web.internal.portal;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.core.DisallowExtensionCustomizerBuilder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;

/**
 * The plugins' templates, one engine a bundle. Escaping cannot be switched off there, because what a plugin shows was
 * mostly written by citizens. An engine lives as long as its bundle is unchanged: it holds the bundle's classes.
 */
final class PluginTemplates {

    private static final List<String> WAYS_ROUND_ESCAPING = List.of("raw");
    private static final int LARGEST = 2_000_000;

    private final Map<Long, Engine> engines = new ConcurrentHashMap<>();

    /** @throws RuntimeException of any kind where the template is missing or wrong */
    String render(Bundle bundle, String template, Locale locale, Map<String, Object> model) {
        StringWriter out = new StringWriter(4096);
        try {
            engine(bundle).getTemplate(template).evaluate(out, model, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private PebbleEngine engine(Bundle bundle) {
        long changed = bundle.getLastModified();
        Engine known = engines.get(bundle.getBundleId());
        if (known != null && known.changed == changed) {
            return known.pebble;
        }
        engines.values().removeIf(engine -> engine.bundle.getState() == Bundle.UNINSTALLED);
        Engine fresh = new Engine(bundle, changed, open(bundle));
        engines.put(bundle.getBundleId(), fresh);
        return fresh.pebble;
    }

    private static PebbleEngine open(Bundle bundle) {
        return new PebbleEngine.Builder()
                .loader(new BundleLoader(bundle))
                .autoEscaping(true)
                .strictVariables(false)
                .maxRenderedSize(LARGEST)
                .registerExtensionCustomizer(new DisallowExtensionCustomizerBuilder()
                        .disallowedFilterKeys(WAYS_ROUND_ESCAPING)
                        .disallowedTokenParserTags(List.of("autoescape"))
                        .build())
                .build();
    }

    private record Engine(Bundle bundle, long changed, PebbleEngine pebble) {}
}
