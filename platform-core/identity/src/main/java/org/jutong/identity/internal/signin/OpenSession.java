package org.jutong.identity.internal.signin;

import java.time.Duration;
import java.time.Instant;
import org.jutong.identity.internal.store.StoredSession;

/** A session in memory and when it was last used. Thread-safe. */
final class OpenSession {

    private final StoredSession facts;
    private Instant lastUsed;
    private Instant lastStored;

    OpenSession(StoredSession facts) {
        this.facts = facts;
        this.lastUsed = facts.lastUsed();
        this.lastStored = facts.lastUsed();
    }

    StoredSession facts() {
        return facts;
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
