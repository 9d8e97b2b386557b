package org.jutong.plugin;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The record of who looked at data about a person. A plugin whose {@code plugin.yaml} says {@code data.personal: true}
 * reports each time staff are shown such data; the person whom it is about sees when, which unit and for what. A
 * platform service; thread-safe.
 */
@ProviderType
public interface PersonalData {

    /**
     * Notes that the site's actor is shown a record about a person; returns once the note is stored. Nothing is noted
     * where the actor is the person.
     *
     * @param site the call's context; who looks is its actor
     * @param person whom the record is about: a citizen's {@link Actor#username()}, else the contact that the person
     *     gave (a mobile number), under which the note is found once somebody proves that it is theirs
     * @param record what was shown, for people, without personal data: {@code 来信 No. 17}
     * @param purpose what for: {@code 办理来信}
     */
    void shown(SiteContext site, String person, String record, String purpose);
}
