package org.jutong.identity.internal.citizens;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jutong.runtime.Texts;

/** Says the key and the arguments. */
public final class Words implements Texts {

    @Override
    public String say(Locale locale, String key, List<?> arguments) {
        return key.endsWith(".none") ? key : key + " " + arguments.get(0);
    }

    @Override
    public Map<String, String> all(Locale locale, String prefix) {
        return Map.of();
    }
}
