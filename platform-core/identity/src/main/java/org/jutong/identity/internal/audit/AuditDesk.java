package org.jutong.identity.internal.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.AuditLog;
import org.jutong.audit.AuditLog.Archive;
import org.jutong.audit.AuditLog.Page;
import org.jutong.audit.AuditLog.Verification;
import org.jutong.audit.AuditQuery;
import org.jutong.audit.Entry;
import org.jutong.audit.Event;
import org.jutong.audit.chain.Head;
import org.jutong.identity.Authority;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The audit record for people. Who holds {@link #READ} on the whole platform sees all; who holds it on some sites sees
 * what concerns those, and nothing that concerns no site. Exports and verifications are recorded themselves.
 * Thread-safe.
 */
@Component(service = AuditDesk.class)
public final class AuditDesk {

    /** Searching. */
    public static final String READ = "audit.read";

    /** Taking entries away in a file. */
    public static final String EXPORT = "audit.export";

    /** Having the whole chain checked, on the whole platform alone. */
    public static final String VERIFY = "audit.verify";

    private final AuditLog log;
    private final Audit audit;
    private final Authority authority;

    @Activate
    public AuditDesk(@Reference AuditLog log, @Reference Audit audit, @Reference Authority authority) {
        this.log = log;
        this.audit = audit;
        this.authority = authority;
    }

    /** As {@link AuditLog#search}, what the actor may see of it. */
    public Page search(Actor actor, AuditQuery query, long before, int limit) {
        return log.search(query, visible(actor, READ), before, limit);
    }

    /**
     * As {@link AuditLog#export}, what the actor may take. It is recorded before the first entry is written.
     *
     * @return writes the entries; may be called once
     */
    public Export export(Actor actor, AuditQuery query) {
        Predicate<Entry> visible = visible(actor, EXPORT);
        audit.record(Event.done(Action.AUDIT_EXPORT, actor, "audit:entries").saying(words(query)));
        return out -> log.export(query, visible, out);
    }

    /** As {@link AuditLog#verify}. */
    public Verification verify(Actor actor, LongConsumer progress) {
        requireEverywhere(actor, VERIFY);
        Verification found = log.verify(progress);
        String words = "entries " + found.from() + "-" + found.until() + ", faults "
                + found.faults().size();
        audit.record(Event.done(Action.AUDIT_VERIFY, actor, "audit:entries").saying(words));
        return found;
    }

    /** The newest signed head. It tells nothing of what was recorded: the door's check is enough. */
    public Optional<Head> head() {
        return log.head();
    }

    /** As {@link AuditLog#line}. */
    public String line(Head head) {
        return log.line(head);
    }

    /** The files of the archive, not what is in them: the door's check is enough. */
    public List<Archive> archives() {
        return log.archives();
    }

    private Predicate<Entry> visible(Actor actor, String permission) {
        requireSomewhere(actor, permission);
        if (authority.allowsEverywhere(actor, permission)) {
            return entry -> true;
        }
        Map<String, Boolean> known = new HashMap<>();
        return entry -> known.computeIfAbsent(entry.site(), site -> isAllowedOn(actor, permission, site));
    }

    /** What was tampered with may name a site that cannot be one. */
    private boolean isAllowedOn(Actor actor, String permission, String site) {
        try {
            return !site.isEmpty() && authority.allows(actor, permission, new SiteCode(site));
        } catch (Problem noSiteCode) {
            return false;
        }
    }

    private void requireEverywhere(Actor actor, String permission) {
        requireSomewhere(actor, permission);
        if (!authority.allowsEverywhere(actor, permission)) {
            throw Problem.forbidden("forbidden_everywhere", permission);
        }
    }

    private void requireSomewhere(Actor actor, String permission) {
        if (!actor.isKnown()) {
            throw Problem.unauthenticated("not_signed_in");
        }
        if (!authority.allowsSomewhere(actor, permission)) {
            throw Problem.forbidden("forbidden_anywhere", permission);
        }
    }

    private static String words(AuditQuery query) {
        Map<String, String> given = new TreeMap<>();
        query.from().ifPresent(value -> given.put("from", value.toString()));
        query.until().ifPresent(value -> given.put("until", value.toString()));
        query.actor().ifPresent(value -> given.put("actor", value));
        query.action().ifPresent(value -> given.put("action", value));
        query.site().ifPresent(value -> given.put("site", value));
        query.object().ifPresent(value -> given.put("object", value));
        query.outcome().ifPresent(value -> given.put("outcome", value));
        return given.toString();
    }

    /** Entries on their way out. */
    public interface Export {

        /** Writes one JSON object a line, and leaves the stream open; says how many there were. */
        long writeTo(OutputStream out) throws IOException;
    }
}
