package org.jutong.identity.internal.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jutong.audit.Action;
import org.jutong.audit.AuditQuery;
import org.jutong.audit.Outcome;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;

/** Turns what somebody typed into a query. */
public final class AuditFilters {

    private AuditFilters() {}

    /**
     * @param values answers {@code null} or an empty text for a filter that is not given
     * @throws Problem (400) for a value that can match nothing
     */
    public static AuditQuery read(UnaryOperator<String> values) {
        UnaryOperator<String> text = name -> checked(name, values.apply(name));
        Optional<String> action = given(text, "action");
        if (action.isPresent()
                && Arrays.stream(Action.values()).noneMatch(each -> each.name().equals(action.get()))) {
            throw Problem.invalid("audit_action_unknown", "action", action.get());
        }
        Optional<String> outcome = given(text, "outcome");
        if (outcome.isPresent()
                && Arrays.stream(Outcome.values()).noneMatch(each -> each.name().equals(outcome.get()))) {
            throw Problem.invalid("audit_outcome_unknown", "outcome");
        }
        return new AuditQuery(
                given(text, "from").map(value -> time("from", value)),
                given(text, "until").map(value -> time("until", value)),
                given(text, "actor"),
                action,
                given(text, "site").map(value -> new SiteCode(value).value()),
                given(text, "object"),
                outcome);
    }

    /** The place to go on from. */
    public static long place(String after) {
        if (after == null || after.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!after.matches("[1-9]\\d{0,17}")) {
            throw Problem.invalid("audit_place_invalid", "after");
        }
        return Long.parseLong(after);
    }

    private static Optional<String> given(UnaryOperator<String> values, String name) {
        return Optional.ofNullable(values.apply(name)).map(String::trim).filter(value -> !value.isEmpty());
    }

    private static String checked(String name, String value) {
        if (value != null && (value.indexOf('\0') >= 0 || value.length() > 300)) {
            throw Problem.invalid("audit_text_invalid", name);
        }
        return value;
    }

    private static Instant time(String field, String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid("audit_time_invalid", field);
        }
    }
}
