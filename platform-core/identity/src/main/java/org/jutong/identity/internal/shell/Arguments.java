package org.jutong.identity.internal.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.identity.OperatorCommand.Kind;
import org.jutong.identity.Scope;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;

/** What several commands ask for. */
final class Arguments {

    static final Argument USERNAME = new Argument("username", "用户名", Kind.TEXT, true);
    static final Argument ROLE = new Argument("role", "角色标识", Kind.TEXT, true);
    static final Argument PLACE = new Argument("place", "站点代码；* 为整个平台", Kind.SITE, true);
    static final Argument COLUMN = new Argument("--column", "只在该栏目及其下级有效", Kind.COLUMN, false);
    static final Argument ORGANISATION = new Argument("--organisation", "改为在该编号的机构及其下级有效", Kind.TEXT, false);
    static final Argument UNTIL = new Argument("--until", "截止日期（含当日），如 2026-12-31", Kind.TEXT, false);
    static final Argument REASON = new Argument("--reason", "原因", Kind.TEXT, false);

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BEIJING);

    private Arguments() {}

    /** The place that the arguments name. */
    static Scope scope(Map<String, String> values) {
        if (values.containsKey("--organisation")) {
            return new Scope.OfOrganisation(number("organisation", values.get("--organisation")));
        }
        String place = values.get("place");
        if (place.equals("*")) {
            return Scope.EVERYWHERE;
        }
        SiteCode site = new SiteCode(place);
        return values.containsKey("--column")
                ? new Scope.OfColumn(site, values.get("--column"))
                : new Scope.OfSite(site);
    }

    /** The end of the day that was named. */
    static Optional<Instant> until(Map<String, String> values) {
        try {
            return Optional.ofNullable(values.get("--until"))
                    .map(day -> LocalDate.parse(day)
                            .plusDays(1)
                            .atStartOfDay(BEIJING)
                            .toInstant());
        } catch (DateTimeParseException e) {
            throw Problem.invalid("date_invalid", "until");
        }
    }

    /** @throws Problem {@code number_expected} (400) */
    static long number(String field, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Problem.invalid("number_expected", field);
        }
        return Long.parseLong(text);
    }

    /** A time for people. */
    static String words(Instant time) {
        return TIME.format(time);
    }
}
