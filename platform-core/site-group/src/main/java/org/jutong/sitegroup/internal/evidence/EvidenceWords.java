package org.jutong.sitegroup.internal.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jutong.columns.inspection.InspectionRules;
import org.jutong.columns.inspection.Veto;
import org.jutong.runtime.Texts;

/** Says what was observed, in one language; names that only an operator's own rules know are said as they are there. */
public record EvidenceWords(Texts texts, InspectionRules rules, Locale locale) {

    /** What a kind is called. */
    public String kind(Kind kind) {
        return texts.say(locale, "evidence.kind." + kind.id());
    }

    /** What a sort of incident is called. */
    public String sort(String id) {
        return said("evidence.sort." + id, id);
    }

    /** What an element of a guide is called. */
    public String element(InspectionRules.Element element) {
        return said("evidence.element." + element.id(), element.title());
    }

    /** What a veto or an item of the score is called. */
    public String subject(String id) {
        return Stream.of(Veto.Kind.values()).anyMatch(kind -> kind.id().equals(id))
                ? texts.say(locale, "inspection.veto." + id)
                : said("inspection.item." + id, title(id));
    }

    private String title(String item) {
        return Stream.concat(rules.scoring().deductions().stream(), rules.scoring().bonuses().stream())
                .filter(each -> each.id().equals(item))
                .map(InspectionRules.Item::title)
                .findFirst()
                .orElse(item);
    }

    /** One sentence. */
    public String say(Observation seen) {
        Facts facts = seen.facts();
        List<Object> arguments = switch (seen.kind()) {
            case INCIDENT -> List.of(sort(facts.sort()), seen.words(), facts.handledInTime() ? 1 : 0);
            case VISITS ->
                List.of(
                        facts.days().size(),
                        facts.days().stream().mapToLong(Facts.Visits::total).sum(),
                        facts.days().stream().mapToLong(Facts.Visits::slow).sum());
            case GUIDE ->
                List.of(
                        facts.name(),
                        facts.lacking().size(),
                        facts.lacking().stream().map(this::element).collect(Collectors.joining("、")));
            case LETTER -> List.of(facts.name(), seen.day().toString());
            case DEAD_LINK -> List.of(facts.address(), facts.home() ? 1 : 0);
            case COUNT -> List.of(subject(facts.item()), facts.count());
            case NOTHING -> List.of(subject(facts.about()));
            case NO_SERVICE, NO_CHANNEL -> List.of();
        };
        return texts.say(locale, "evidence.says." + seen.kind().id(), arguments);
    }

    private String element(String id) {
        return rules.services().elements().stream()
                .filter(each -> each.id().equals(id))
                .map(this::element)
                .findFirst()
                .orElse(id);
    }

    private String said(String key, String otherwise) {
        return Optional.of(texts.say(locale, key))
                .filter(words -> !words.equals(key))
                .orElse(otherwise);
    }
}
