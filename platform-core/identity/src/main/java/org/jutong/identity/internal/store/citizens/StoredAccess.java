package org.jutong.identity.internal.store.citizens;

import java.time.Instant;
import org.jutong.plugin.SiteCode;

/**
 * A note that somebody was shown a person's data.
 *
 * @param id {@code null} before it is stored
 * @param citizen whom it is about, or {@code null} where only a contact is known
 * @param contactHash the keyed hash of the contact, or {@code null}
 */
public record StoredAccess(
        Long id,
        Instant time,
        String account,
        String unit,
        SiteCode site,
        String plugin,
        String record,
        String purpose,
        Long citizen,
        String contactHash) {}
