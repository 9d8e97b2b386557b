package org.jutong.identity.internal.signin;

import java.time.Instant;
import org.jutong.identity.internal.store.StoredSession;

/** A session as its holder sees it; {@code current} is the one that asks. */
public record OwnSession(String id, Instant created, Instant lastUsed, String address, String agent, boolean current) {

    static OwnSession of(StoredSession session, boolean current) {
        return new OwnSession(
                session.id(), session.created(), session.lastUsed(), session.address(), session.agent(), current);
    }
}
