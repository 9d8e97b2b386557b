package org.jutong.columns.lint;

import static org.jutong.columns.internal.DataFile.check;
import static org.jutong.columns.internal.DataFile.resolve;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jutong.columns.Basis;
import org.jutong.columns.StandardFault;
import org.jutong.columns.internal.DataFile;

/**
 * How grave the linter's findings are, which of them block publishing, and what else it goes by. Data, so that an operator
 * corrects it without a build. Immutable.
 *
 * @param version the version of the rules, such as {@code 2026.1}
 * @param rules every rule
 * @param footer what the foot of a page must show; an item that is not a key is not asked for
 * @param governmentDomains domains whose hosts need no notice, in Unicode, without a dot in front
 */
public record LintRules(
        String version, Map<Rule, Terms> rules, Map<FooterItem, Basis> footer, List<String> governmentDomains) {

    /** The version of the rules in this bundle. */
    public static final String CURRENT = "2026.1";

    /**
     * What goes for a rule.
     *
     * @param severity how grave it is
     * @param blocks whether an article with such a finding is not published
     * @param basis where it comes from
     */
    public record Terms(Severity severity, boolean blocks, Basis basis) {}

    private record File(
            String version,
            Map<String, Basis> sources,
            List<Row> rules,
            List<Item> footer,
            List<String> governmentDomains) {}

    private record Row(String id, Severity severity, boolean blocks, String basis) {}

    private record Item(FooterItem item, String basis) {}

    /** The rules in this bundle. */
    public static LintRules load() {
        return of(DataFile.ofBundle("lint-" + CURRENT, File.class));
    }

    /**
     * The rules that an operator put in place of those of this bundle: the file that {@code JUTONG_LINT_RULES} names.
     *
     * @throws StandardFault where the file is not understood
     * @throws UncheckedIOException where it cannot be read
     */
    public static LintRules configured(Map<String, String> environment) {
        return DataFile.configured(environment, "JUTONG_LINT_RULES", LintRules::read, LintRules::load);
    }

    /**
     * Rules from a file of JSON, at most 1 MiB. The stream is not closed.
     *
     * @throws StandardFault with code and place, where the file is not understood or does not name every rule once
     */
    public static LintRules read(InputStream in) {
        return of(DataFile.read(in, File.class));
    }

    private static LintRules of(File file) {
        DataFile.version(file.version);
        Map<Rule, Terms> rules = new EnumMap<>(Rule.class);
        for (int i = 0; i < file.rules.size(); i++) {
            Row row = file.rules.get(i);
            String at = "rules[" + i + "]";
            Rule rule = Arrays.stream(Rule.values())
                    .filter(r -> r.id().equals(row.id))
                    .findFirst()
                    .orElseThrow(() -> new StandardFault("standard_dangling", at + ".id", row.id));
            Terms terms = new Terms(row.severity, row.blocks, resolve(file.sources, row.basis, at + ".basis"));
            check(rules.put(rule, terms) == null, "standard_duplicate", at + ".id", row.id);
        }
        for (Rule rule : Rule.values()) {
            check(rules.containsKey(rule), "standard_missing", "rules." + rule.id(), "");
        }
        Map<FooterItem, Basis> footer = new EnumMap<>(FooterItem.class);
        for (int i = 0; i < file.footer.size(); i++) {
            Item item = file.footer.get(i);
            Basis basis = resolve(file.sources, item.basis, "footer[" + i + "].basis");
            check(footer.put(item.item, basis) == null, "standard_duplicate", "footer[" + i + "]", item.item.name());
        }
        return new LintRules(file.version, Map.copyOf(rules), footer, List.copyOf(file.governmentDomains));
    }
}
