package org.jutong.sitegroup.internal;

import java.util.Collection;
import java.util.List;
import org.jutong.identity.NodeChanges;
import org.jutong.identity.NodeFollower;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChangeListener;
import org.jutong.runtime.SiteChanges;
import org.jutong.sitegroup.Site;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells other nodes which sites changed and reads again what they changed: sites, columns, host names. Whoever keeps pages
 * of a site hears of it here as if it had been changed on this node. Thread-safe.
 */
@Component
public final class SiteFollowing implements SiteChangeListener, NodeFollower {

    private static final String ALL = "*";

    /** From here on everything is read again at once. */
    private static final int MANY = 100;

    private final NodeChanges nodes;
    private final SiteMemory memory;
    private final HostMemory hosts;
    private final SiteChanges changes;

    @Activate
    public SiteFollowing(
            @Reference NodeChanges nodes,
            @Reference SiteMemory memory,
            @Reference HostMemory hosts,
            @Reference SiteChanges changes) {
        this.nodes = nodes;
        this.memory = memory;
        this.hosts = hosts;
        this.changes = changes;
    }

    @Override
    public void sitesChanged(Collection<SiteCode> sites) {
        nodes.note(
                kind(),
                sites.size() > MANY
                        ? List.of(ALL)
                        : sites.stream().map(SiteCode::value).toList());
    }

    @Override
    public String kind() {
        return "site";
    }

    @Override
    public void follow(List<String> names) {
        hosts.reload();
        if (names.contains(ALL) || names.size() > MANY) {
            memory.reload();
            changes.changed(memory.now().all().stream().map(Site::code).toList());
        } else {
            List<SiteCode> sites = names.stream().map(SiteCode::new).toList();
            memory.reload(sites);
            changes.changed(sites);
        }
    }
}
