package org.jutong.catalog.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jutong.catalog.Enrolment;
import org.jutong.catalog.Order;
import org.jutong.catalog.internal.store.OrderTable;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.OpenDuties;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plugins in force and orders that wait: a site does not close over them. */
@Component
public final class CatalogDuties implements OpenDuties {

    private static final int MANY = 20;

    private final KnownEnrolments known;
    private final OrderTable orders;
    private final InstalledPlugins installed;
    private final Texts texts;

    @Activate
    public CatalogDuties(
            @Reference KnownEnrolments known,
            @Reference OrderTable orders,
            @Reference InstalledPlugins installed,
            @Reference Texts texts) {
        this.known = known;
        this.orders = orders;
        this.installed = installed;
        this.texts = texts;
    }

    @Override
    public List<String> of(SiteCode site) {
        Stream<String> plugins = known.of(site).stream()
                .filter(enrolment -> enrolment.state() == Enrolment.State.ENABLED)
                .map(enrolment -> say("duty.enrolment", title(enrolment.plugin())));
        Stream<String> waiting =
                orders.page(Optional.of(site), Optional.of(Order.State.ORDERED), Long.MAX_VALUE, MANY).stream()
                        .map(order -> say("duty.order", String.valueOf(order.id())));
        return Stream.concat(plugins, waiting).toList();
    }

    private String title(String plugin) {
        return installed
                .find(plugin)
                .flatMap(InstalledPlugin::descriptor)
                .map(found -> Texts.pick(Texts.CHINESE, found.title()))
                .orElse(plugin);
    }

    private String say(String key, String what) {
        return texts.say(Texts.CHINESE, key, List.of(what));
    }
}
