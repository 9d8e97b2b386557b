package org.jutong.sitegroup.internal.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jutong.columns.Basis;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.LocalRule;
import org.jutong.columns.StandardColumn;
import org.jutong.columns.drift.Deviation;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.standard.SiteStandards.Migrated;
import org.jutong.sitegroup.internal.standard.SiteStandards.SiteDrift;
import org.jutong.sitegroup.internal.standard.StepLine;

/** The shapes of standards, drift and migrations in REST. */
public final class StandardBodies {

    private StandardBodies() {}

    /** A version; {@code sites} have it. */
    public record StandardView(String version, String title, LocalDate since, boolean current, long sites) {
        static StandardView of(ColumnStandard s, Map<SiteCode, String> bySite) {
            long sites = bySite.values().stream().filter(s.version()::equals).count();
            return new StandardView(
                    s.version(), s.title(), s.since(), s.version().equals(ColumnStandard.CURRENT), sites);
        }
    }

    /** All versions, the oldest first. */
    public record StandardList(List<StandardView> items) {}

    /** The rule that something comes from. */
    public record BasisView(String source, String mark) {
        static BasisView of(Basis basis) {
            return new BasisView(basis.source(), basis.mark().name());
        }
    }

    /** A column of the standard. */
    public record RuleView(String key, String name, String parent, String type, String clock, BasisView basis) {
        static RuleView of(StandardColumn c) {
            String clock = c.clock().map(each -> each.period().toString()).orElse(null);
            return new RuleView(c.key(), c.name(), c.parent().orElse(null), c.type(), clock, BasisView.of(c.basis()));
        }
    }

    /** Where a site may have columns of its own. */
    public record LocalView(String below, int atMost, List<String> types, BasisView basis) {
        static LocalView of(LocalRule rule) {
            return new LocalView(rule.below().orElse(null), rule.atMost(), rule.types(), BasisView.of(rule.basis()));
        }
    }

    /** What a level has. */
    public record LevelView(String id, String title, List<RuleView> columns, List<LocalView> local) {}

    /** A version with all that it says of columns. */
    public record StandardDetail(StandardView standard, List<LevelView> levels) {
        static StandardDetail of(StandardView view, ColumnStandard s) {
            return new StandardDetail(
                    view,
                    s.levels().stream()
                            .map(id -> new LevelView(
                                    id,
                                    s.levelTitle(id),
                                    s.columns(id).stream().map(RuleView::of).toList(),
                                    s.local(id).stream().map(LocalView::of).toList()))
                            .toList());
        }
    }

    /** What differs. */
    public record DeviationView(String kind, String key, String expected, String found, String words, BasisView basis) {
        static DeviationView of(Deviation d, Texts texts, Locale locale) {
            String kind = d.kind().name().toLowerCase(Locale.ROOT);
            String words = texts.say(locale, "drift." + kind, List.of(d.key(), d.expected(), d.found()));
            return new DeviationView(kind, d.key(), d.expected(), d.found(), words, BasisView.of(d.basis()));
        }
    }

    /** How far a site is from a version. */
    public record DriftView(
            String site, String name, String has, String version, long open, List<DeviationView> deviations) {
        static DriftView of(SiteDrift d, Texts texts, Locale locale) {
            return new DriftView(
                    d.site().code().value(),
                    d.site().name(),
                    d.has(),
                    d.drift().version(),
                    d.open(),
                    d.drift().deviations().stream()
                            .map(each -> DeviationView.of(each, texts, locale))
                            .toList());
        }
    }

    /** The same in numbers, by kind. */
    public record DriftLine(String site, String name, String has, long open, Map<String, Integer> kinds) {
        static DriftLine of(SiteDrift d) {
            Map<String, Integer> kinds = new TreeMap<>();
            d.drift()
                    .deviations()
                    .forEach(each -> kinds.merge(each.kind().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
            return new DriftLine(d.site().code().value(), d.site().name(), d.has(), d.open(), kinds);
        }
    }

    /** A page of them. */
    public record DriftList(List<DriftLine> items, String next) {}

    /** A site that is to be migrated. */
    public record MigrationRequest(String version, Boolean dryRun, String reason) {}

    /** Sites that are to be migrated: those below one, or those listed. */
    public record MigrationsRequest(String below, List<String> sites, String reason) {}

    /** What was done, or would be. */
    public record MigrationView(String site, String from, String to, boolean dryRun, List<StepLine> steps) {
        static MigrationView of(Migrated m, boolean dryRun) {
            return new MigrationView(
                    m.site().value(),
                    m.from(),
                    m.to(),
                    dryRun,
                    m.steps().stream().map(StepLine::of).toList());
        }
    }
}
