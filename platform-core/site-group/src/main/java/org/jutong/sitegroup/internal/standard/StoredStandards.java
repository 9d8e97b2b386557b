package org.jutong.sitegroup.internal.standard;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.StandardFault;
import org.jutong.columns.Standards;
import org.jutong.identity.Authority;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.store.StandardRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All versions of the standard: the built-in ones and those that operators added. Thread-safe. */
@Component(service = StoredStandards.class)
public final class StoredStandards {

    /** The library has its words. */
    private static final String EXISTS = "standard_version_exists";

    private final Store store;
    private final StandardRows rows;
    private final SiteMemory memory;
    private final Authority authority;
    private final Audit audit;
    private final Clock clock;
    private volatile Standards known = Standards.builtIn();

    /** Over the site group's tables. */
    @Activate
    public StoredStandards(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference SiteMemory memory,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.rows = new StandardRows(store);
        this.memory = memory;
        this.authority = authority;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them; what another node added is there at once. */
    public Standards all() {
        Standards now = known;
        for (String version : rows.versions()) {
            if (now.find(version).isEmpty()) {
                now = now.with(read(rows.content(version)));
            }
        }
        known = now;
        return now;
    }

    /** @throws Problem {@code standard_version_unknown} (404) */
    public ColumnStandard require(String version) {
        return all().find(version)
                .orElseThrow(() -> Problem.notFound(
                        "standard_version_unknown", version.length() > 20 ? version.substring(0, 20) : version));
    }

    /**
     * Adds a version. Permission {@code standard.manage} on the whole platform.
     *
     * @param content the file, JSON
     * @throws Problem the code of the {@link StandardFault} with place and value (400, 409 for a version that is there)
     */
    public synchronized ColumnStandard add(Actor by, String content) {
        memory.now().root().ifPresent(root -> authority.require(by, "standard.manage", root.code()));
        try {
            ColumnStandard added = read(content == null ? "" : content);
            Standards more = all().with(added);
            store.recorded(
                    () -> {
                        rows.add(added.version(), content, by.username(), clock.instant());
                        return added;
                    },
                    done -> audit.record(Event.done(Action.STANDARD_CHANGE, by, "standard:" + done.version())));
            known = more;
            return added;
        } catch (StandardFault fault) {
            throw refused(fault);
        } catch (DuplicateKey another) {
            throw Problem.conflict(EXISTS, "version", "");
        }
    }

    /**
     * The file of a version that an operator added; empty for a built-in one.
     *
     * @throws Problem {@code standard_version_unknown} (404)
     */
    public Optional<String> file(String version) {
        require(version);
        return rows.versions().contains(version) ? Optional.of(rows.content(version)) : Optional.empty();
    }

    /**
     * Takes over a version that something else brings along, inside the transaction of whoever calls and records it. One
     * that is here already must be the same.
     *
     * @return whether it was new
     * @throws Problem {@code standard_unknown_here} (403) for a new one, without {@code standard.manage} on the whole
     *     platform; {@code standard_differs_here} (409); else as for {@link #add}
     */
    public synchronized boolean bring(Actor by, String version, String content) {
        if (all().find(version).isPresent()) {
            if (!file(version).equals(Optional.of(content))) {
                throw Problem.conflict("standard_differs_here", version);
            }
            return false;
        }
        boolean may = memory.now()
                .root()
                .filter(root -> authority.allows(by, "standard.manage", root.code()))
                .isPresent();
        if (!may) {
            throw Problem.of(403, "standard_unknown_here", version);
        }
        try {
            ColumnStandard added = read(content);
            if (!added.version().equals(version)) {
                throw Problem.conflict("standard_differs_here", version);
            }
            all().with(added);
            rows.add(version, content, by.username(), clock.instant());
            return true;
        } catch (StandardFault fault) {
            throw refused(fault);
        }
    }

    private static Problem refused(StandardFault fault) {
        return fault.code().equals(EXISTS)
                ? Problem.conflict(fault.code(), fault.where(), fault.value())
                : Problem.invalid(fault.code(), fault.where(), fault.where(), fault.value());
    }

    private static ColumnStandard read(String content) {
        return ColumnStandard.read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
