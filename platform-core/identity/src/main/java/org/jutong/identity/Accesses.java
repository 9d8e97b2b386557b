package org.jutong.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What {@link org.jutong.plugin.PersonalData} has noted, for those whom it is about, and when law enforcement asks that
 * somebody be told later. Thread-safe.
 */
@ProviderType
public interface Accesses {

    /**
     * Who looked at the citizen's data, newest first: what is noted under the account, and under its mobile number
     * from before there was one. What a deferral in force covers is left out, and is there once that has ended.
     *
     * @param after the {@link Access#place()} that the page before ended with, or empty
     * @throws org.jutong.plugin.Problem {@code not_signed_in} (401) for nobody, {@code citizens_only} (403) for staff, {@code list_place_invalid}
     *     (400)
     */
    List<Access> of(Actor citizen, Optional<String> after, int limit);

    /**
     * From now on until {@code until}, the citizen is not shown what is noted. What was noted before stays in sight.
     * Permission {@code audit.defer} on the whole platform.
     *
     * @throws org.jutong.plugin.Problem {@code deferral_person_missing}, {@code deferral_until_invalid} (in the future,
     *     within a year), {@code deferral_basis_missing}, {@code deferral_basis_too_long}, {@code mobile_invalid}
     *     (400), {@code citizen_not_found} (404)
     */
    Deferral defer(Actor by, NewDeferral wanted);

    /** All deferrals, newest first; permission {@code audit.defer}. */
    List<Deferral> deferrals(Actor by);

    /**
     * Ends one before its time; permission {@code audit.defer}.
     *
     * @throws org.jutong.plugin.Problem {@code deferral_not_found} (404), {@code deferral_ended} (409)
     */
    void endDeferral(Actor by, long id);

    /**
     * Somebody looked.
     *
     * @param place stands for its place in the list
     * @param unit the organisation of whoever looked
     * @param service the plugin's name in Chinese, its id where it is not installed
     */
    record Access(
            String place, Instant time, String unit, String service, String record, String purpose, SiteCode site) {}

    /**
     * A person is told later.
     *
     * @param person for people, masked: {@code 138****0000} or the citizen's actor name
     * @param account whose looking is withheld; everybody's where empty
     * @param basis the law and the document that ask for it
     * @param ended when it was ended before its time
     */
    record Deferral(
            long id,
            String person,
            Optional<String> account,
            Instant since,
            Instant until,
            String basis,
            String by,
            Optional<Instant> ended) {}

    /**
     * A deferral to be. Either the citizen or the mobile number is given.
     *
     * @param account only what this account looks at, or {@code null} for everybody
     */
    record NewDeferral(Long citizen, String mobile, String account, Instant until, String basis) {
        @Override
        public String toString() {
            return "NewDeferral[]";
        }
    }
}
