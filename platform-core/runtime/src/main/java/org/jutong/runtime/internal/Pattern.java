package org.jutong.runtime.internal;

import java.text.Format;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/** Fills a text's placeholders. */
final class Pattern {

    private Pattern() {}

    static String fill(String pattern, Locale locale, List<?> arguments) {
        MessageFormat format;
        try {
            format = new MessageFormat(pattern, locale);
        } catch (IllegalArgumentException e) {
            // a slip in a text file must not turn a refusal into a failure
            return pattern;
        }
        Format[] asked = format.getFormatsByArgumentIndex();
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = arguments.get(i);
            boolean plain = i >= asked.length || asked[i] == null;
            // an id or a year is not to get a thousands separator unless the text asks for a number
            values[i] = plain && value instanceof Number ? value.toString() : value;
        }
        return format.format(values);
    }
}
