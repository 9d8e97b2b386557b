package org.jutong.sitegroup.internal;

import java.util.List;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Authority;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.jutong.sitegroup.Hosts;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.store.HostRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Host names, read from memory and written through. */
@Component(service = Hosts.class)
public final class SiteHostNames implements Hosts {

    private final Store store;
    private final HostRows rows;
    private final HostMemory memory;
    private final Sites sites;
    private final Authority authority;
    private final Audit audit;
    private final SiteChanges changes;

    /** Over the site group's tables. */
    @Activate
    public SiteHostNames(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference HostMemory memory,
            @Reference Sites sites,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference SiteChanges changes) {
        this.store = store;
        this.rows = new HostRows(store);
        this.memory = memory;
        this.sites = sites;
        this.authority = authority;
        this.audit = audit;
        this.changes = changes;
    }

    @Override
    public Optional<String> of(SiteCode site) {
        return memory.of(site);
    }

    @Override
    public Optional<SiteCode> ofHost(String host) {
        return memory.ofHost(host);
    }

    @Override
    public List<String> further(SiteCode site) {
        return memory.further(site);
    }

    @Override
    public void set(Actor by, SiteCode site, Optional<String> host, List<String> further) {
        sites.require(site);
        authority.require(by, "site.manage", site);
        HostNames names = HostNames.checked(host, further);
        Optional<String> main = names.main();
        List<String> others = names.further();
        try {
            store.recorded(
                    () -> {
                        rows.set(site, main, others);
                        return site;
                    },
                    done -> audit.record(Event.done(Action.SITE_CHANGE, by, "site:" + site)
                            .on(site)
                            .saying("host:" + main.orElse("")
                                    + (others.isEmpty() ? "" : " further:" + String.join(",", others)))));
        } catch (DuplicateKey taken) {
            throw Problem.conflict("host_taken", main.orElse(""));
        } finally {
            memory.reload();
        }
        changes.changed(List.of(site));
    }
}
