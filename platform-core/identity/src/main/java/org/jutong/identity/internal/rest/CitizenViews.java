package org.jutong.identity.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jutong.identity.Accesses.Access;
import org.jutong.identity.Accesses.Deferral;
import org.jutong.identity.Citizens.Assurance;
import org.jutong.identity.Citizens.Citizen;
import org.jutong.identity.Citizens.State;
import org.jutong.identity.Registrations.Wish;
import org.jutong.identity.internal.citizens.CitizenLookup;

/** The shapes of citizens and of who looked at their data on REST. */
public final class CitizenViews {

    private CitizenViews() {}

    /** An account that is asked for. */
    public record NewCitizen(String mobile, String name, String password) {
        Wish wish() {
            return new Wish(mobile, name, password);
        }

        @Override
        public String toString() {
            return "NewCitizen[]";
        }
    }

    /**
     * The answer to each request for a code, whoever's number it is.
     *
     * @param ticket to give back with the code
     * @param trial whether no message reaches anybody
     */
    public record CodeSent(String ticket, boolean trial) {}

    /** A code given back. */
    public record GivenCode(String ticket, String code) {
        @Override
        public String toString() {
            return "GivenCode[]";
        }
    }

    /** A forgotten password. */
    public record Forgotten(String mobile) {
        @Override
        public String toString() {
            return "Forgotten[]";
        }
    }

    /** A code given back with the password to be. */
    public record NewPassword(String ticket, String code, String password) {
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    /**
     * A citizen in the staff's list: name and number masked.
     *
     * @param assurance 0 asked for an account, 1 mobile number verified, 2 real name checked
     */
    public record ListedCitizen(
            long id,
            String name,
            String mobile,
            int assurance,
            boolean realName,
            String idNumber,
            boolean disabled,
            boolean closed,
            Instant created) {
        static ListedCitizen of(Citizen citizen) {
            return new ListedCitizen(
                    citizen.id(),
                    citizen.maskedName(),
                    citizen.mobile(),
                    citizen.assurance().ordinal(),
                    citizen.assurance() == Assurance.REAL_NAME,
                    citizen.idNumber().orElse(null),
                    citizen.state() == State.DISABLED,
                    citizen.state() == State.CLOSED,
                    citizen.created());
        }
    }

    /** A page of citizens. */
    public record ListedCitizens(List<ListedCitizen> items, String next) {}

    /** What of a citizen's account staff can change. */
    public record CitizenChange(Boolean disabled) {}

    /** An identity card that staff have seen. */
    public record RealName(String idNumber) {
        @Override
        public String toString() {
            return "RealName[]";
        }
    }

    /** Somebody looked at one's data. */
    public record Look(Instant time, String unit, String service, String record, String purpose, String site) {
        static Look of(Access access) {
            return new Look(
                    access.time(),
                    access.unit(),
                    access.service(),
                    access.record(),
                    access.purpose(),
                    access.site().value());
        }
    }

    /** A page of looks. */
    public record Looks(List<Look> items, String next) {}

    /**
     * A deferral.
     *
     * @param citizen the account's id, absent where only a number is known
     * @param mobile masked, absent where the account is known
     * @param account whose looking is withheld, absent for everybody's
     */
    public record DeferralView(
            long id,
            Long citizen,
            String mobile,
            String account,
            Instant at,
            Instant until,
            String basis,
            String by,
            Instant ended) {
        static DeferralView of(Deferral deferral) {
            Optional<Long> citizen = CitizenLookup.id(deferral.person());
            return new DeferralView(
                    deferral.id(),
                    citizen.orElse(null),
                    citizen.isPresent() ? null : deferral.person(),
                    deferral.account().orElse(null),
                    deferral.since(),
                    deferral.until(),
                    deferral.basis(),
                    deferral.by(),
                    deferral.ended().orElse(null));
        }
    }

    /** All deferrals. */
    public record Deferrals(List<DeferralView> items, String next) {}
}
