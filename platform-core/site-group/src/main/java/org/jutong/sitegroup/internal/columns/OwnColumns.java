package org.jutong.sitegroup.internal.columns;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.columns.drift.SiteColumn;
import org.jutong.columns.drift.Step;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.SiteSnapshot;
import org.jutong.sitegroup.internal.StandardColumns;
import org.jutong.sitegroup.internal.standard.StoredStandards;
import org.jutong.sitegroup.internal.store.FormerColumn;
import org.jutong.sitegroup.internal.store.OwnColumnRows;
import org.jutong.sitegroup.internal.store.OwnColumnRows.Change;
import org.jutong.sitegroup.internal.store.OwnColumnRows.Found;
import org.jutong.sitegroup.internal.store.SiteColumns;
import org.jutong.sitegroup.internal.store.StandardRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Columns that a site adds to those of the standard, where the standard lets it. Thread-safe. */
@Component(service = OwnColumns.class)
public final class OwnColumns {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Store store;
    private final OwnColumnRows rows;
    private final StandardRows versions;
    private final StoredStandards standards;
    private final SiteMemory memory;
    private final Authority authority;
    private final Audit audit;
    private final SiteChanges changes;

    /** Over the site group's tables. */
    @Activate
    public OwnColumns(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference StoredStandards standards,
            @Reference SiteMemory memory,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference SiteChanges changes) {
        this.store = store;
        this.rows = new OwnColumnRows(store);
        this.versions = new StandardRows(store);
        this.standards = standards;
        this.memory = memory;
        this.authority = authority;
        this.audit = audit;
        this.changes = changes;
    }

    /** What the standard leaves to the site. Permission {@code site.manage} on the site. */
    public Room room(Actor by, SiteCode code) {
        Site site = permitted(by, code);
        return Room.of(site, standards.require(versions.of(code)), memory.now().columns(code));
    }

    /**
     * Adds a column. Permission {@code site.manage} on the site.
     *
     * @throws Problem as {@link Room#check}; {@code column_key_invalid}, {@code position_invalid}, {@code clock_unknown},
     *     {@code title_missing}, {@code type_missing} and their like (400), {@code column_exists}, {@code
     *     column_key_taken}, {@code column_key_of_standard}, {@code site_not_in_service} (409)
     */
    public Column add(Actor by, SiteCode code, ColumnRequest asked) {
        Site site = permitted(by, code);
        String key = key(asked.key());
        requireNotOfStandard(site, key);
        change(by, code, "+ " + key, found -> {
            Room room = room(site, found);
            requireFree(found.columns(), key, Optional.empty());
            Column blank = new Column(code, key, "", Optional.empty(), "", "", "");
            Column wanted = ColumnPlan.wanted(room, blank, asked);
            room.check(wanted);
            return new Change(
                    ColumnPlan.steps(room, Optional.empty(), wanted, asked), ColumnPlan.describing(key, wanted));
        });
        return memory.now().column(code, key).orElseThrow();
    }

    /**
     * Changes a column of the site's own. Its old address leads to it where it gets another key. Permission {@code
     * site.manage} on the site.
     *
     * @throws Problem as {@link #add}, and {@code column_not_found} (404), {@code column_of_standard} (409)
     */
    public Column change(Actor by, SiteCode code, String key, ColumnRequest asked) {
        Site site = permitted(by, code);
        String newKey = asked.key() == null ? key : key(asked.key());
        if (!newKey.equals(key)) {
            requireNotOfStandard(site, newKey);
        }
        change(by, code, newKey.equals(key) ? key : key + " → " + newKey, found -> {
            Room room = room(site, found);
            Column before = room.requireOwn(key);
            if (!newKey.equals(key)) {
                requireFree(found.columns(), newKey, Optional.of(key));
            }
            Column wanted = ColumnPlan.wanted(room, before, asked);
            if (!wanted.parent().equals(before.parent()) || !wanted.type().equals(before.type())) {
                room.check(wanted);
            }
            List<Step> steps = ColumnPlan.steps(room, Optional.of(before), wanted, asked);
            if (!newKey.equals(key) || !wanted.name().equals(before.name())) {
                steps.add(new Step.Rename(key, newKey, before.name(), wanted.name()));
            }
            return new Change(steps, ColumnPlan.describing(newKey, wanted));
        });
        return memory.now().column(code, newKey).orElseThrow();
    }

    /**
     * Takes a column of the site's own off it. Its address leads to the column that takes its articles, or to the one
     * above it. Permission {@code site.manage} on the site.
     *
     * @param into the column that takes its articles
     * @throws Problem {@code column_not_found} (404), {@code column_target_not_found} (400), {@code column_of_standard},
     *     {@code column_has_columns}, {@code column_has_articles} where nothing takes them (409)
     */
    public void remove(Actor by, SiteCode code, String key, Optional<String> into) {
        Site site = permitted(by, code);
        change(by, code, "− " + key + into.map(to -> " → " + to).orElse(""), found -> {
            Room room = room(site, found);
            Column column = room.requireOwn(key);
            if (!room.below(key).isEmpty()) {
                throw Problem.conflict(
                        "column_has_columns", column.name(), room.below(key).size());
            }
            into.filter(to -> to.equals(key)
                            || room.columns().stream().noneMatch(c -> c.key().equals(to)))
                    .ifPresent(to -> {
                        throw Problem.invalid("column_target_not_found", "into", to, code.value());
                    });
            long articles = rows.articles(code, key);
            if (articles > 0 && into.isEmpty()) {
                throw Problem.conflict("column_has_articles", column.name(), articles);
            }
            SiteColumn gone = StandardColumns.siteColumn(column);
            Step step = into.or(column::parent)
                    .<Step>map(to -> new Step.MergeInto(gone, to))
                    .orElseGet(() -> new Step.Retire(gone));
            return new Change(List.of(step), c -> c);
        });
    }

    private void change(Actor by, SiteCode code, String words, Function<Found, Change> plan) {
        SiteColumns now = store.recorded(
                () -> rows.change(code, plan),
                done -> audit.record(Event.done(Action.COLUMN_CHANGE, by, "site:" + code)
                        .on(code)
                        .saying(words)));
        memory.put(code, now);
        changes.changed(List.of(code));
    }

    private Site permitted(Actor by, SiteCode code) {
        Site site = memory.now().find(code).orElseThrow(() -> Problem.notFound("site_not_found", code.value()));
        authority.require(by, "site.manage", code);
        if (!site.state().hasContent()) {
            throw Problem.conflict("site_not_in_service", code.value());
        }
        return site;
    }

    private Room room(Site site, Found found) {
        List<Column> inOrder =
                List.copyOf(SiteSnapshot.inOrder(found.columns().columns()).values());
        return Room.of(site, standards.require(found.version()), inOrder);
    }

    private static String key(String given) {
        return Optional.ofNullable(given)
                .filter(key -> KEY.matcher(key).matches())
                .orElseThrow(() -> Problem.invalid("column_key_invalid", "key"));
    }

    /** No version may know it: an earlier or a later one would take the site's column for its own. */
    private void requireNotOfStandard(Site site, String key) {
        String level = StandardColumns.level(site);
        standards.all().all().stream()
                .filter(version -> version.levels().contains(level))
                .filter(version -> version.column(level, key).isPresent()
                        || version.successor(level, key).isPresent()
                        || version.removed().stream()
                                .anyMatch(gone -> gone.key().equals(key)))
                .findFirst()
                .ifPresent(version -> {
                    throw Problem.conflict("column_key_of_standard", key, version.version());
                });
    }

    /** A key that a column had stays its own: rights and addresses still name it so. */
    private static void requireFree(SiteColumns columns, String key, Optional<String> mine) {
        if (columns.columns().stream().anyMatch(c -> c.key().equals(key))) {
            throw Problem.conflict("column_exists", key);
        }
        Optional<FormerColumn> had = renamed(columns, key);
        Optional<String> leads = Optional.empty();
        for (int i = 0; had.isPresent() && i <= columns.former().size(); i++) {
            leads = had.get().successor();
            had = leads.flatMap(next -> renamed(columns, next));
        }
        if (leads.isPresent() && !leads.equals(mine)) {
            throw Problem.conflict("column_key_taken", key, leads.get());
        }
    }

    private static Optional<FormerColumn> renamed(SiteColumns columns, String key) {
        return columns.former().stream()
                .filter(c -> c.key().equals(key) && c.renamed())
                .findFirst();
    }
}
