package org.jutong.catalog.internal;

import java.util.List;
import org.jutong.identity.NodeFollower;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads again what other nodes changed of the enrolments, and starts the plugins that sites have got there. */
@Component
public final class EnrolmentFollowing implements NodeFollower {

    static final String KIND = "enrolment";

    private final KnownEnrolments known;
    private final EnrolledPlugins plugins;
    private final SiteChanges changes;

    @Activate
    public EnrolmentFollowing(
            @Reference KnownEnrolments known, @Reference EnrolledPlugins plugins, @Reference SiteChanges changes) {
        this.known = known;
        this.plugins = plugins;
        this.changes = changes;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void follow(List<String> sites) {
        known.reload();
        plugins.follow();
        changes.changed(sites.stream().map(SiteCode::new).toList());
    }
}
