package org.jutong.sitegroup.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.store.SiteRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sites and columns, read from memory and written through to the tables. */
@Component(service = {Sites.class, Columns.class})
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
    public synchronized Site open(Actor by, NewSite wanted) {
        Site site = checked(wanted);
        authority.require(by, "site.open", site.parent().orElse(site.code()));
        Optional<Site> present = find(site.code());
        if (present.isPresent()) {
            return present.filter(site::equals)
                    .orElseThrow(
                            () -> Problem.conflict("site_exists", site.code().value()));
        }
        if (site.parent().isPresent() ? find(site.parent().get()).isEmpty() : root().isPresent()) {
            throw Problem.invalid(
                    "parent_not_found",
                    "parent",
                    site.parent().map(SiteCode::value).orElse(""));
        }
        String region = RegionName.shortOf(site.regionName());
        List<Column> columns = standard.columns(site.level().id()).stream()
                .map(c -> new Column(
                        site.code(), c.key(), c.nameFor(region), c.parent(), c.type(), c.description(), c.keywords()))
                .toList();
        try {
            store.recorded(
                    () -> {
                        rows.add(site, columns, standard.version(), by.username(), clock.instant());
                        return site;
                    },
                    opened -> audit.record(Event.done(Action.SITE_OPEN, by, "site:" + opened.code())
                            .on(opened.code())));
        } catch (DuplicateKey e) {
            memory.reload();
            throw Problem.conflict("site_exists", site.code().value());
        }
        memory.add(site, columns);
        changes.changed(
                Stream.concat(Stream.of(site.code()), site.parent().stream()).toList());
        return site;
    }

    private static Site checked(NewSite wanted) {
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
                wanted.colour());
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
}
