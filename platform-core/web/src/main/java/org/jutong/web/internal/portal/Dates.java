package org.jutong.web.internal.portal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as the field's guideline writes them: {@code YYYY-MM-DD} in lists, with {@code HH:MM} on a page. */
record Dates(ZoneId zone) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    String day(Instant time) {
        return DAY.format(time.atZone(zone));
    }

    String minute(Instant time) {
        return MINUTE.format(time.atZone(zone));
    }
}
