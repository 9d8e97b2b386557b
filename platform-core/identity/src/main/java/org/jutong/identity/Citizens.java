package org.jutong.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Citizens' accounts as staff look after them. Thread-safe. */
@ProviderType
public interface Citizens {

    /**
     * Accounts, newest first; permission {@code citizen.manage} on the whole platform.
     *
     * @param query a whole mobile number, or part of a name; empty for all
     * @param before only ids below this one
     */
    List<Citizen> list(Actor by, String query, long before, int limit);

    /**
     * Bars the account or opens it again; its sessions end. Permission {@code citizen.manage} on the whole platform.
     *
     * @throws org.jutong.plugin.Problem {@code citizen_not_found} (404), {@code citizen_closed} (409)
     */
    Citizen setDisabled(Actor by, long id, boolean disabled);

    /**
     * Notes that staff have seen the person's identity card (GB 11643 number); kept as a keyed hash and a masked form.
     * Permission {@code citizen.verify} on the whole platform.
     *
     * @throws org.jutong.plugin.Problem {@code id_number_missing}, {@code id_number_expected} (400),
     *     {@code citizen_not_found} (404), {@code citizen_closed}, {@code id_number_taken} (409)
     */
    Citizen setRealName(Actor by, long id, String idNumber);

    /** How sure the platform is of who somebody is. The names are stored. */
    enum Assurance {
        /** Has asked for an account and not given the code back yet; opens nothing. */
        REGISTERED,

        /** The mobile number is theirs. */
        MOBILE,

        /** Staff have checked the real name against the identity card. */
        REAL_NAME
    }

    /** Whether an account may be used. The names are stored. */
    enum State {
        ACTIVE,
        DISABLED,
        CLOSED
    }

    /**
     * An account.
     *
     * @param id never given twice
     * @param name empty once closed
     * @param mobile masked, {@code 138****0000}; empty once closed
     * @param idNumber masked; empty where the real name is not checked
     */
    record Citizen(
            long id,
            String name,
            String mobile,
            Assurance assurance,
            State state,
            Instant created,
            Optional<String> idNumber) {

        /** The citizen as somebody who acts. */
        public Actor actor() {
            return new Actor(Actor.CITIZEN + id, name);
        }

        /** The name as lists show it. */
        public String maskedName() {
            return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
        }
    }
}
