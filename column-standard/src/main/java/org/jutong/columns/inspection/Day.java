package org.jutong.columns.inspection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The day of an inspection, by the calendar of Beijing. */
record Day(LocalDate date) {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    static Day now(Clock clock) {
        return new Day(LocalDate.ofInstant(clock.instant(), BEIJING));
    }

    /** The day of a moment; a moment that is still to come buys no time. */
    LocalDate of(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, BEIJING);
        return day.isAfter(date) ? date : day;
    }

    boolean isReached(LocalDate day) {
        return !date.isBefore(day);
    }

    /** Days until another day; less than 0 where it is over. */
    int until(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(date, day));
    }
}
