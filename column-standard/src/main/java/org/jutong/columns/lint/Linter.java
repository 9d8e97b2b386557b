package org.jutong.columns.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.columns.Basis;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.codes.IndexNumber;
import org.jutong.columns.codes.SubjectClasses;

/**
 * Checks what is known of pages against the standard. To check a finding again, check its page again and look for its id.
 * Immutable and thread-safe.
 */
public final class Linter {

    private final ColumnStandard standard;
    private final LintRules rules;
    private final SubjectClasses subjects;

    /** A linter that goes by these rules. */
    public Linter(ColumnStandard standard, LintRules rules, SubjectClasses subjects) {
        this.standard = standard;
        this.rules = rules;
        this.subjects = subjects;
    }

    /** The findings on a page, in the order of the page; each place has at most one finding of a rule. */
    public List<Finding> check(PageFacts page) {
        PageCheck check = new PageCheck(standard, rules, subjects, page.address());
        check.all(page);
        return check.findings();
    }

    /** The findings on a site: on its foot, on every page, and on what pages must not share. */
    public List<Finding> check(SiteFacts site) {
        List<Finding> found = new ArrayList<>();
        site.footer().ifPresent(footer -> {
            PageCheck whole = new PageCheck(standard, rules, subjects, "");
            whole.footer(footer);
            found.addAll(whole.findings());
        });
        Map<String, String> owners = new HashMap<>();
        for (PageFacts page : site.pages()) {
            found.addAll(check(page));
            page.indexNumber().filter(IndexNumber::isFormed).ifPresent(number -> {
                String owner = owners.putIfAbsent(number, page.address());
                if (owner != null && !owner.equals(page.address())) {
                    found.add(twice(page, number, owner));
                }
            });
        }
        return List.copyOf(found);
    }

    /** The finding that the index number of a page belongs to another one, for who knows all index numbers. */
    public Finding twice(PageFacts page, String number, String owner) {
        return finding(rules, Rule.INDEX_NUMBER_TWICE, page.address(), "index-number", number, owner);
    }

    /** A finding in a text, for who knows the words to look for. */
    public Finding inText(Rule rule, String page, String field, Optional<String> suggestion, String... arguments) {
        return finding(rules, rule, page, field, rule.id(), suggestion, Optional.empty(), arguments);
    }

    private static Finding finding(LintRules rules, Rule rule, String page, String field, String... arguments) {
        return finding(rules, rule, page, field, rule.id(), Optional.empty(), Optional.empty(), arguments);
    }

    static Finding finding(
            LintRules rules,
            Rule rule,
            String page,
            String field,
            String message,
            Optional<String> suggestion,
            Optional<Basis> basis,
            String... arguments) {
        LintRules.Terms terms = rules.rules().get(rule);
        return new Finding(
                Finding.idOf(rule, page, field),
                rule,
                terms.severity(),
                terms.blocks(),
                page,
                field,
                "lint." + message,
                List.of(arguments),
                suggestion,
                basis.orElse(terms.basis()));
    }
}
