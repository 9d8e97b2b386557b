package org.jutong.catalog;

import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/** Which site has which plugin. Thread-safe; a change is in force when the call returns. */
@ProviderType
public interface Enrolments {

    /** Of one site, by plugin. */
    List<Enrolment> of(SiteCode site);

    /** Of one plugin, by site. */
    List<Enrolment> ofPlugin(String plugin);

    /** The enrolment, or empty. */
    Optional<Enrolment> find(SiteCode site, String plugin);

    /**
     * Suspends or resumes; the data stays. Permission {@code catalog.suspend} on the site. A state it has already is
     * refused.
     *
     * @throws org.jutong.plugin.Problem {@code enrolment_not_found} (404), {@code already_suspended},
     *     {@code already_enabled} (409)
     */
    Enrolment set(Actor by, SiteCode site, String plugin, Enrolment.State state);
}
