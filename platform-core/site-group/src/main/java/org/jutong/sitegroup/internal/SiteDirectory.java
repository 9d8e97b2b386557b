package org.jutong.sitegroup.internal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.columns.ColumnStandard;
import org.jutong.identity.Authority;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteKind;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.Step;
import org.jutong.sitegroup.internal.store.NewStep;
import org.jutong.sitegroup.internal.store.SiteRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sites and columns, read from memory and written through to the tables. */
@Component(service = {SiteDirectory.class, Sites.class, Columns.class})
public final class SiteDirectory implements Sites, Columns {

    private static final Pattern REGION = Pattern.compile("\\d{6}");
    private static final List<String> COLOURS = List.of("red", "blue");

    private final Store store;
    private final SiteRows rows;
    private final Authority authority;
    private final Audit audit;
    private final SiteChanges changes;
    private final Clock clock;
    private final ColumnStandard standard = ColumnStandard.load();
    private final SiteMemory memory;

    /** Over the site group's tables. */
    @Activate
    public SiteDirectory(
            @Reference SiteMemory memory,
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference SiteChanges changes,
            @Reference Clock clock) {
        this.memory = memory;
        this.store = store;
        this.rows = new SiteRows(store);
        this.authority = authority;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public synchronized List<Site> register(Actor by, List<NewSite> wanted) {
        List<Site> sites = wanted.stream().map(this::checked).toList();
        if (sites.isEmpty()) {
            return sites;
        }
        authority.require(
                by,
                "site.register",
                root().map(Site::code).orElseGet(() -> sites.get(0).code()));
        Map<SiteCode, Site> coming = new LinkedHashMap<>();
        for (Site site : sites) {
            if (!isThere(site)) {
                requireParent(site, coming);
                if (coming.put(site.code(), site) != null) {
                    throw Problem.conflict("site_exists", site.code().value());
                }
            }
        }
        List<Site> added = List.copyOf(coming.values());
        if (!added.isEmpty()) {
            add(
                    added,
                    added.stream().flatMap(site -> columnsFor(site).stream()).toList(),
                    site -> registration(by, site),
                    Action.SITE_REGISTER,
                    by);
        }
        return sites;
    }

    private boolean isThere(Site wanted) {
        Optional<Site> present = find(wanted.code());
        if (present.filter(site -> !site.equals(wanted)).isPresent()) {
            throw Problem.conflict("site_exists", wanted.code().value());
        }
        return present.isPresent();
    }

    private void requireParent(Site site, Map<SiteCode, Site> coming) {
        boolean known = site.parent()
                .map(above -> coming.containsKey(above)
                        || find(above).filter(s -> s.state().hasContent()).isPresent())
                .orElseGet(() -> root().isEmpty() && coming.isEmpty());
        if (!known) {
            throw Problem.invalid(
                    "parent_not_found",
                    "parent",
                    site.parent().map(SiteCode::value).orElse(""));
        }
    }

    private NewStep registration(Actor by, Site site) {
        return new NewStep(
                site.code(),
                Step.Kind.REGISTER,
                site.state(),
                Optional.empty(),
                by.username(),
                clock.instant(),
                "",
                List.of(),
                Map.of());
    }

    /** Adds a site that was applied for; it has no columns yet. */
    public synchronized Site apply(Actor by, Site site, NewStep step) {
        if (find(site.code()).isPresent()) {
            throw Problem.conflict("site_exists", site.code().value());
        }
        requireParent(site, Map.of());
        add(List.of(site), List.of(), any -> step, Action.SITE_APPLY, by);
        return site;
    }

    private void add(List<Site> sites, List<Column> columns, Function<Site, NewStep> step, Action action, Actor by) {
        try {
            store.recorded(
                    () -> {
                        rows.add(sites, columns, standard.version(), step);
                        return sites;
                    },
                    added -> audit.record(added.stream()
                            .map(site -> Event.done(action, by, "site:" + site.code())
                                    .on(site.code()))
                            .toList()));
        } catch (DuplicateKey e) {
            memory.reload();
            throw Problem.conflict("site_exists", sites.get(0).code().value());
        }
        memory.put(sites, columns);
        changes.changed(memory.now()
                .around(
                        sites.stream().map(Site::code).toList(),
                        sites.stream().flatMap(site -> site.parent().stream()).toList()));
    }

    /** The columns that the standard gives to such a site. */
    public List<Column> columnsFor(Site site) {
        return StandardColumns.of(standard, site);
    }

    /**
     * What was asked for as a site in service.
     *
     * @throws Problem where a fact is wrong
     */
    public Site checked(NewSite wanted) {
        if (wanted.region() == null || !REGION.matcher(wanted.region()).matches()) {
            throw Problem.invalid("region_not_found", "region", String.valueOf(wanted.region()));
        }
        if (!wanted.code().division().equals(wanted.region())) {
            throw Problem.invalid(
                    "site_code_region_mismatch", "code", wanted.code().value(), wanted.region());
        }
        if (wanted.colour() == null || !COLOURS.contains(wanted.colour())) {
            throw Problem.invalid("colour_unknown", "colour", String.join(", ", COLOURS));
        }
        return new Site(
                wanted.code(),
                PlainText.required("name", wanted.name(), 100),
                wanted.level(),
                wanted.region(),
                PlainText.required("regionName", wanted.regionName(), 60),
                wanted.parent(),
                wanted.colour(),
                Optional.ofNullable(wanted.kind()).orElse(SiteKind.PORTAL),
                SiteState.LIVE,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Optional<Site> find(SiteCode code) {
        return memory.now().find(code);
    }

    @Override
    public Optional<Site> root() {
        return memory.now().root();
    }

    @Override
    public List<Site> page(Optional<SiteCode> after, int limit) {
        return memory.now().page(after, limit);
    }

    @Override
    public List<Site> children(SiteCode code) {
        return memory.now().children(code);
    }

    @Override
    public List<Site> subtree(SiteCode code) {
        return memory.now().subtree(code);
    }

    @Override
    public int count() {
        return memory.now().count();
    }

    @Override
    public List<Column> of(SiteCode site) {
        return memory.now().columns(site);
    }

    @Override
    public Optional<Column> find(SiteCode site, String key) {
        return memory.now().column(site, key);
    }

    @Override
    public Optional<Column> current(SiteCode site, String key) {
        return memory.now().currentColumn(site, key);
    }
}
