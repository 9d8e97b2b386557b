package org.jutong.catalog.internal.rest;

import java.util.Locale;
import org.jutong.runtime.Texts;

/** Reads {@code Accept-Language}. */
final class Languages {

    private Languages() {}

    /** The first of the platform's languages that the caller reads; Chinese where none is named. */
    static Locale preferred(String header) {
        if (header == null) {
            return Texts.CHINESE;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                    .filter(language -> language.equals("zh") || language.equals("en"))
                    .findFirst()
                    .map(language -> language.equals("en") ? Locale.ENGLISH : Texts.CHINESE)
                    .orElse(Texts.CHINESE);
        } catch (IllegalArgumentException unreadable) {
            return Texts.CHINESE;
        }
    }
}
