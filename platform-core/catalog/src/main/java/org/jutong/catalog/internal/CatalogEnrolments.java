package org.jutong.catalog.internal;

import java.util.Comparator;
import java.util.List;
import org.jutong.catalog.Enrolment;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.SiteEnrolments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a package says of the plugins of its site. */
@Component
public final class CatalogEnrolments implements SiteEnrolments {

    private final KnownEnrolments known;

    @Activate
    public CatalogEnrolments(@Reference KnownEnrolments known) {
        this.known = known;
    }

    @Override
    public List<Enrolled> of(SiteCode site) {
        return known.of(site).stream()
                .filter(enrolment -> enrolment.state() == Enrolment.State.ENABLED)
                .sorted(Comparator.comparing(Enrolment::plugin))
                .map(enrolment -> new Enrolled(enrolment.plugin(), enrolment.plan()))
                .toList();
    }
}
