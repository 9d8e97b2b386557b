package org.jutong.sitegroup.internal.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jutong.columns.inspection.InspectionRules;
import org.jutong.columns.inspection.SiteEvidence.DayOfVisits;
import org.jutong.columns.inspection.SiteEvidence.Guide;
import org.jutong.columns.inspection.SiteEvidence.Incident;
import org.jutong.columns.inspection.SiteEvidence.Letter;
import org.jutong.columns.inspection.SiteEvidence.Letters;
import org.jutong.columns.inspection.Veto;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.InspectionEvidence;
import org.jutong.sitegroup.internal.store.ObservationRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What people observed, as the inspection takes it. What was found counts until it is taken back; that there is nothing
 * else counts as long as the rules say, and without such a statement a veto that what was found does not settle stays
 * unknown. Thread-safe.
 */
@Component
public final class ObservedEvidence implements InspectionEvidence {

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final ObservationRows rows;
    private final Clock clock;
    private final InspectionRules rules = InspectionRules.configured(System.getenv());

    /** Over the site group's tables. */
    @Activate
    public ObservedEvidence(@Reference(target = "(osgi.unit.name=sitegroup)") Store store, @Reference Clock clock) {
        this.rows = new ObservationRows(store);
        this.clock = clock;
    }

    @Override
    public Map<SiteCode, Known> of(Set<SiteCode> sites) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BEIJING);
        Map<SiteCode, Known> known = new HashMap<>();
        rows.standing(sites, oldest(today)).stream()
                .collect(Collectors.groupingBy(Observation::site))
                .forEach((site, all) -> known.put(site, new OfSite(all, today).known()));
        return known;
    }

    /** Before that day nothing that grows old counts. */
    private LocalDate oldest(LocalDate today) {
        return Stream.concat(
                        rules.statements().values().stream().map(limit -> today.minus(limit.period())),
                        Stream.of(today.minusDays(rules.unreachable().days())))
                .min(Comparator.naturalOrder())
                .orElse(today)
                .minusDays(1);
    }

    /** What is known of one site. */
    private final class OfSite {

        private final List<Observation> standing;
        private final LocalDate today;
        private final Set<String> partly = new HashSet<>();

        OfSite(List<Observation> standing, LocalDate today) {
            this.standing = standing;
            this.today = today;
        }

        Known known() {
            Map<String, Integer> counts = counts();
            return new Known(letters(), guides(), visits(), incidents(), counts, Map.of(), Set.of(), partly);
        }

        private Stream<Observation> of(Kind kind) {
            return standing.stream().filter(each -> each.kind() == kind);
        }

        /** Whether it is known that there is nothing besides what was found. */
        private boolean isWhole(String about) {
            return of(Kind.NOTHING)
                    .filter(each -> each.facts().about().equals(about))
                    .anyMatch(each -> counts(about, each.day()));
        }

        private boolean counts(String about, LocalDate day) {
            return today.isBefore(rules.statement(about).overOn(day));
        }

        private <T> Optional<T> known(String about, boolean isFound, T found) {
            boolean whole = isWhole(about);
            if (isFound && !whole) {
                partly.add(about);
            }
            return isFound || whole ? Optional.of(found) : Optional.empty();
        }

        private Optional<List<Incident>> incidents() {
            List<Incident> found = of(Kind.INCIDENT)
                    .map(each -> new Incident(
                            each.day(),
                            each.facts().sort(),
                            each.words(),
                            each.facts().handledInTime()))
                    .toList();
            return known(Veto.Kind.SAFETY.id(), !found.isEmpty(), found);
        }

        private Optional<Letters> letters() {
            boolean channel = of(Kind.NO_CHANNEL).findAny().isEmpty();
            List<Letter> found = of(Kind.LETTER)
                    .map(each -> new Letter(
                            each.facts().name(),
                            "question",
                            each.day().atTime(LocalTime.NOON).atZone(BEIJING).toInstant()))
                    .toList();
            return known(Veto.Kind.INTERACTION.id(), !channel || !found.isEmpty(), new Letters(channel, found));
        }

        private Optional<List<Guide>> guides() {
            Set<String> all = rules.services().elements().stream()
                    .map(InspectionRules.Element::id)
                    .collect(Collectors.toSet());
            List<Guide> found = of(Kind.GUIDE)
                    .map(each -> new Guide(
                            Long.toString(each.id()),
                            each.facts().name(),
                            all.stream()
                                    .filter(id -> !each.facts().lacking().contains(id))
                                    .collect(Collectors.toSet())))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (of(Kind.NO_SERVICE).findAny().isPresent()) {
                return Optional.of(List.of());
            }
            Optional<List<Guide>> known = known(Veto.Kind.SERVICES.id(), !found.isEmpty(), found);
            // somebody looked at services: there are some, and these lack nothing
            known.filter(guides -> isWhole(Veto.Kind.SERVICES.id()))
                    .ifPresent(guides -> guides.add(new Guide("", "", all)));
            return known;
        }

        private Optional<List<DayOfVisits>> visits() {
            List<DayOfVisits> measured = of(Kind.VISITS)
                    .flatMap(each -> each.facts().days().stream())
                    .map(each -> new DayOfVisits(LocalDate.parse(each.day()), each.total(), each.slow()))
                    .toList();
            return Optional.of(measured).filter(days -> !days.isEmpty());
        }

        private Map<String, Integer> counts() {
            Map<String, Integer> counts = new HashMap<>();
            links(FactsCheck.HOME_LINKS, true).ifPresent(count -> counts.put(FactsCheck.HOME_LINKS, count));
            links(FactsCheck.OTHER_LINKS, false).ifPresent(count -> counts.put(FactsCheck.OTHER_LINKS, count));
            of(Kind.COUNT)
                    .filter(each -> counts(each.facts().item(), each.day()))
                    .sorted(Comparator.comparing(Observation::day).thenComparing(Observation::id))
                    .forEach(
                            each -> counts.put(each.facts().item(), each.facts().count()));
            return counts;
        }

        private Optional<Integer> links(String item, boolean home) {
            long found = of(Kind.DEAD_LINK)
                    .filter(each -> each.facts().home() == home)
                    .map(each -> each.facts().address())
                    .distinct()
                    .count();
            return known(item, found > 0, Math.toIntExact(found));
        }
    }
}
