package org.jutong.identity.internal.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jutong.identity.Session.Duty;
import org.jutong.identity.internal.store.StoredSession;

/** A session in memory: what the database said of it, when, and when it was last used. Thread-safe. */
final class OpenSession {

    private final StoredSession facts;
    private final Set<Duty> duties;
    private Instant asked;
    private Instant lastUsed;
    private Instant lastStored;

    OpenSession(StoredSession facts, Set<Duty> duties, Instant asked) {
        this.facts = facts;
        this.duties = Set.copyOf(duties);
        this.asked = asked;
        this.lastUsed = facts.lastUsed();
        this.lastStored = facts.lastUsed();
    }

    StoredSession facts() {
        return facts;
    }

    Set<Duty> duties() {
        return duties;
    }

    synchronized Instant lastUsed() {
        return lastUsed;
    }

    /** The same after the database has been asked again. */
    OpenSession after(OpenSession before) {
        Instant known = before.lastUsed();
        synchronized (this) {
            if (known.isAfter(lastUsed)) {
                lastUsed = known;
            }
        }
        return this;
    }

    /** True, for one caller only, where the database was asked that long ago or longer. */
    synchronized boolean mustAsk(Instant now, Duration age) {
        boolean old = !now.isBefore(asked.plus(age));
        if (old) {
            asked = now;
        }
        return old;
    }

    synchronized boolean hasEnded(Instant now, Duration idle) {
        return !now.isBefore(facts.expires()) || !now.isBefore(lastUsed.plus(idle));
    }

    /** Notes the use; true, for one caller only, where the stored time lags by that much or more. */
    synchronized boolean use(Instant now, Duration lag) {
        lastUsed = now;
        boolean stale = !now.isBefore(lastStored.plus(lag));
        if (stale) {
            lastStored = now;
        }
        return stale;
    }
}
