package org.jutong.web.internal.portal;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jutong.runtime.Texts;

/**
 * The portal's own templates, {@code JUTONG-INF/portal/*.peb}. They know two functions: {@code say('key', …)} for the
 * words {@code portal.key} and {@code asset('name')} for the address of a file. Thread-safe.
 */
final class PortalTemplates {

    private final PebbleEngine engine;

    PortalTemplates(Texts texts, PortalAssets assets) {
        ClasspathLoader loader = new ClasspathLoader(PortalTemplates.class.getClassLoader());
        loader.setPrefix("JUTONG-INF/portal/");
        loader.setSuffix(".peb");
        this.engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .newLineTrimming(true)
                .extension(new Words(texts, assets))
                .build();
    }

    String render(String name, Locale locale, Map<String, Object> model) {
        StringWriter out = new StringWriter(32_768);
        try {
            engine.getTemplate(name).evaluate(out, model, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static final class Words extends AbstractExtension {

        private final Map<String, Function> functions;

        Words(Texts texts, PortalAssets assets) {
            this.functions = Map.of(
                    "say",
                    new Call((arguments, locale) ->
                            texts.say(locale, "portal." + arguments.get(0), arguments.subList(1, arguments.size()))),
                    "asset",
                    new Call((arguments, locale) -> assets.path(arguments.get(0).toString())));
        }

        @Override
        public Map<String, Function> getFunctions() {
            return functions;
        }
    }

    /** A function of positional arguments, which Pebble hands over under the names "0", "1" and so on. */
    private record Call(java.util.function.BiFunction<List<Object>, Locale, String> body) implements Function {

        @Override
        public List<String> getArgumentNames() {
            return null;
        }

        @Override
        public Object execute(Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            List<Object> positional = List.copyOf(new TreeMap<>(args).values());
            return body.apply(positional, context.getLocale());
        }
    }
}
