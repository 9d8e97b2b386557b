package org.jutong.runtime;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jutong.plugin.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The words of the platform and of all installed plugins, from {@code JUTONG-INF/texts/zh-CN.properties} and
 * {@code en.properties} (UTF-8) of every bundle. Languages: {@link #CHINESE}, the default, and English. Thread-safe.
 */
@ProviderType
public interface Texts {

    /** zh-CN, the language of the platform unless English is asked for. */
    Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    /** The text for a key, filled by {@link java.text.MessageFormat}; the key itself where no bundle has it. */
    String say(Locale locale, String key, List<?> arguments);

    /** {@link #say} without arguments. */
    default String say(Locale locale, String key) {
        return say(locale, key, List.of());
    }

    /** The sentence for a refusal: key {@code problem.<code>}. */
    default String say(Locale locale, Problem problem) {
        return say(locale, "problem." + problem.code(), problem.arguments());
    }

    /** All texts whose key starts with the prefix, without it. */
    Map<String, String> all(Locale locale, String prefix);

    /** From a descriptor's texts by language tag, the one for the locale; zh-CN where it is absent, else empty. */
    static String pick(Locale locale, Map<String, String> byLanguage) {
        String tag = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? "en" : "zh-CN";
        return byLanguage.getOrDefault(tag, byLanguage.getOrDefault("zh-CN", ""));
    }

    /** The first of the platform's languages in an {@code Accept-Language} header; Chinese where it names none. */
    static Locale preferred(String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage == null ? "" : acceptLanguage).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                    .filter(language -> language.equals("zh") || language.equals("en"))
                    .findFirst()
                    .map(language -> language.equals("en") ? Locale.ENGLISH : CHINESE)
                    .orElse(CHINESE);
        } catch (IllegalArgumentException unreadable) {
            return CHINESE;
        }
    }
}
