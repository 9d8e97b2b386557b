package org.jutong.catalog.internal;

import java.util.List;
import java.util.function.Function;
import org.jutong.catalog.Enrolment;
import org.jutong.catalog.PluginFault;
import org.jutong.identity.Accounts;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteData;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts what a running plugin holds, for every site that has or had it, suspended ones included. */
@Component(service = Footprints.class)
public final class Footprints {

    private final KnownEnrolments known;
    private final Sites sites;
    private final PluginLines lines;
    private final PluginServices services;

    @Activate
    public Footprints(
            @Reference KnownEnrolments known,
            @Reference Sites sites,
            @Reference PluginLines lines,
            @Reference PluginServices services) {
        this.known = known;
        this.sites = sites;
        this.lines = lines;
        this.services = services;
    }

    /** @throws Problem {@code plugin_data_unknown} (409) where the plugin does not say */
    Footprint of(InstalledPlugin plugin) {
        Function<List<SiteData>, Footprint> count = found -> count(plugin.id(), found);
        return services.with(plugin.bundle(), SiteData.class, count).orElseThrow(() -> unknown(plugin.id()));
    }

    private Footprint count(String plugin, List<SiteData> found) {
        long records = 0;
        int holding = 0;
        for (Enrolment enrolment : known.ofPlugin(plugin)) {
            var site = sites.find(enrolment.site());
            if (site.isEmpty()) {
                continue;
            }
            var context = EnrolmentGate.issue(site.get(), plugin, Accounts.SYSTEM);
            long here = 0;
            for (SiteData data : found) {
                try {
                    here += lines.call(context, data::footprint);
                } catch (PluginFault fault) {
                    throw unknown(plugin);
                }
            }
            records += here;
            holding += here > 0 ? 1 : 0;
        }
        return new Footprint(records, holding);
    }

    static Problem unknown(String plugin) {
        return Problem.conflict("plugin_data_unknown", plugin);
    }

    /** How many records on how many sites. */
    record Footprint(long records, int sites) {}
}
