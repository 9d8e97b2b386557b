package org.jutong.sitegroup.internal.evidence;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jutong.columns.inspection.InspectionRules;
import org.jutong.columns.inspection.Veto;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.internal.PlainText;

/** Refuses facts that do not belong to their kind, or of which the inspection would make nothing. */
final class FactsCheck {

    static final String HOME_LINKS = "home-dead-links";
    static final String OTHER_LINKS = "other-dead-links";

    private static final int MOST_DAYS = 31;
    private static final int MOST_COUNTED = 9_999;
    private static final int MOST_VISITS = 1_000_000_000;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 500;

    /** An address of the web, or a path of the site. */
    private static final Pattern ADDRESS = Pattern.compile("(https?://[^\\s/]+|/)\\S*");

    private final InspectionRules rules;

    FactsCheck(InspectionRules rules) {
        this.rules = rules;
    }

    /** The ids of the vetoes and items that one looks at as a whole. */
    static List<String> subjects() {
        return List.of(
                Veto.Kind.SAFETY.id(), Veto.Kind.INTERACTION.id(), Veto.Kind.SERVICES.id(), HOME_LINKS, OTHER_LINKS);
    }

    /** The items of the score that are counted by hand. */
    static List<InspectionRules.Item> counted(InspectionRules rules) {
        return Stream.concat(rules.scoring().deductions().stream(), rules.scoring().bonuses().stream())
                .filter(item -> item.clock().isEmpty() && !subjects().contains(item.id()))
                .toList();
    }

    /**
     * The facts as they are stored.
     *
     * @throws Problem {@code evidence_fact_missing}, {@code evidence_fact_misplaced} (400) naming the fact, or what is
     *     wrong with it
     */
    Facts checked(Kind kind, LocalDate day, Facts given) {
        given.given().stream()
                .filter(fact -> !kind.facts().contains(fact))
                .min(String::compareTo)
                .ifPresent(fact -> {
                    throw Problem.invalid("evidence_fact_misplaced", fact, fact, kind.id());
                });
        return switch (kind) {
            case INCIDENT -> Facts.incident(sort(given.sort()), present("handledInTime", given.handledInTime()));
            case VISITS -> visits(day, present("days", given.days()));
            case GUIDE -> guide(given);
            case LETTER -> Facts.letter(PlainText.required("name", given.name(), LONGEST_NAME));
            case DEAD_LINK -> Facts.deadLink(address(given.address()), present("home", given.home()));
            case COUNT -> count(present("item", given.item()), present("count", given.count()));
            case NOTHING -> nothing(present("about", given.about()));
            case NO_SERVICE, NO_CHANNEL -> Facts.NONE;
        };
    }

    private String sort(String given) {
        Set<String> sorts = rules.safety().kinds();
        if (!sorts.contains(present("sort", given))) {
            throw Problem.invalid(
                    "evidence_sort_unknown", "sort", sorts.stream().sorted().collect(Collectors.joining("、")));
        }
        return given;
    }

    private static Facts visits(LocalDate last, List<Facts.Visits> days) {
        if (days.isEmpty() || days.size() > MOST_DAYS) {
            throw Problem.invalid("evidence_days_too_many", "days", MOST_DAYS);
        }
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            String at = "days[" + i + "]";
            Facts.Visits visits = present(at, days.get(i));
            LocalDate day = day(at + ".day", visits.day());
            if (day.isAfter(last) || day.isBefore(last.minusDays(MOST_DAYS)) || !seen.add(day)) {
                throw Problem.invalid("evidence_visits_day_invalid", at + ".day", day, last, MOST_DAYS);
            }
            within(at + ".total", present(at + ".total", visits.total()), MOST_VISITS);
            within(at + ".slow", present(at + ".slow", visits.slow()), visits.total());
        }
        return Facts.visits(days);
    }

    private Facts guide(Facts given) {
        List<String> known = rules.services().elements().stream()
                .map(InspectionRules.Element::id)
                .toList();
        List<String> lacking = present("lacking", given.lacking());
        if (!known.containsAll(lacking) || lacking.stream().distinct().count() < lacking.size()) {
            throw Problem.invalid("evidence_elements_unknown", "lacking", String.join("、", known));
        }
        return Facts.guide(PlainText.required("name", given.name(), LONGEST_NAME), lacking);
    }

    private static String address(String given) {
        String address = PlainText.required("address", given, LONGEST_ADDRESS);
        if (!ADDRESS.matcher(address).matches()) {
            throw Problem.invalid("address_invalid", "address");
        }
        return address;
    }

    private Facts count(String item, int count) {
        List<String> known =
                counted(rules).stream().map(InspectionRules.Item::id).toList();
        if (!known.contains(item)) {
            throw Problem.invalid("evidence_item_unknown", "item", String.join("、", known));
        }
        return Facts.count(item, within("count", count, MOST_COUNTED));
    }

    private static Facts nothing(String about) {
        if (!subjects().contains(about)) {
            throw Problem.invalid("evidence_about_unknown", "about", String.join("、", subjects()));
        }
        return Facts.nothing(about);
    }

    private static int within(String field, int number, int most) {
        if (number < 0 || number > most) {
            throw Problem.invalid("evidence_number_invalid", field, most);
        }
        return number;
    }

    private static <T> T present(String fact, T value) {
        return Optional.ofNullable(value).orElseThrow(() -> Problem.invalid("evidence_fact_missing", fact, fact));
    }

    /** @throws Problem {@code evidence_day_invalid} (400) */
    static LocalDate day(String field, String given) {
        try {
            return LocalDate.parse(Optional.ofNullable(given).orElse("").strip());
        } catch (DateTimeParseException e) {
            throw Problem.invalid("evidence_day_invalid", field);
        }
    }
}
