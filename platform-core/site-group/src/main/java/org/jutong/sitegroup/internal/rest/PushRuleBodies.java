package org.jutong.sitegroup.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.PushRules.Fault;
import org.jutong.sitegroup.PushRules.Rule;
import org.jutong.sitegroup.PushRules.Selection;
import org.jutong.sitegroup.PushRules.Terms;
import org.jutong.sitegroup.internal.rest.ArticleBodies.PushView;
import org.jutong.sitegroup.internal.rest.PushBodies.PlanView;
import org.jutong.sitegroup.internal.rules.Selections;

/** The shapes of push rules. */
public final class PushRuleBodies {

    private PushRuleBodies() {}

    /** Some sites; {@code span} is site, subtree or below, {@code level} province, prefecture, county or absent. */
    public record SelectionView(String site, String span, String level) {

        static SelectionView of(Selection selection) {
            return new SelectionView(
                    selection.top().value(),
                    selection.span().id(),
                    selection.level().map(Level::id).orElse(null));
        }

        static Selection selection(String field, SelectionView given) {
            if (given == null || Page.text(given.site()).isEmpty()) {
                throw Problem.invalid(field + "_missing", field);
            }
            return Selections.of(field, given.site(), given.span(), given.level());
        }
    }

    /** What a rule is to say; {@code version} and {@code active} only where one is changed. */
    public record RuleRequest(
            Integer version,
            String name,
            SelectionView from,
            String column,
            String subject,
            SelectionView to,
            String into,
            Boolean active) {

        Terms terms() {
            return new Terms(
                    Optional.ofNullable(name).orElse(""),
                    SelectionView.selection("from", from),
                    Page.text(column),
                    Page.text(subject),
                    SelectionView.selection("to", to),
                    Page.text(into));
        }
    }

    /** A rule. */
    public record RuleView(
            long id,
            int version,
            String name,
            SelectionView from,
            String column,
            String subject,
            SelectionView to,
            String into,
            boolean active,
            String by,
            Instant at,
            int faults) {

        static RuleView of(Rule rule) {
            Terms terms = rule.terms();
            return new RuleView(
                    rule.id(),
                    rule.version(),
                    terms.name(),
                    SelectionView.of(terms.from()),
                    terms.column().orElse(null),
                    terms.subject().orElse(null),
                    SelectionView.of(terms.to()),
                    terms.into().orElse(null),
                    rule.active(),
                    rule.by().username(),
                    rule.at(),
                    rule.faults());
        }
    }

    /** All rules. */
    public record RuleList(List<RuleView> items) {}

    /** What a rule would do: {@code matching} published articles fit now; the next one would go to these sites. */
    public record RulePlanView(int matching, PlanView sites) {}

    /** A page of the pushes that a rule made. */
    public record PushList(List<PushView> items, String next) {}

    /** An article that could not be pushed, and why. */
    public record FaultView(long article, String title, String code, String words, Instant at) {

        static FaultView of(Fault fault, String words) {
            return new FaultView(fault.article(), fault.title(), fault.code(), words, fault.at());
        }
    }

    /** Such articles. */
    public record FaultList(List<FaultView> items) {}
}
