package org.jutong.catalog.internal.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jutong.catalog.Offering;
import org.jutong.runtime.PluginDescriptor;
import org.jutong.runtime.Texts;

/** An offering as REST shows it, in one language; what a missing plugin does not say is absent. */
public record OfferingBody(
        String plugin,
        String version,
        String title,
        String description,
        List<String> functionPoints,
        List<PlanBody> plans,
        String state,
        String fault,
        int enrolments,
        List<DutyBody> responsibility,
        DataBody data) {

    static OfferingBody of(Offering offering, Locale locale) {
        String state = offering.state().name().toLowerCase(Locale.ROOT);
        String version = offering.version().isEmpty() ? null : offering.version();
        String title = Texts.pick(locale, offering.title());
        String fault = offering.fault().orElse(null);
        PluginDescriptor plugin = offering.descriptor().orElse(null);
        if (plugin == null) {
            return new OfferingBody(
                    offering.plugin(),
                    version,
                    title,
                    null,
                    null,
                    null,
                    state,
                    fault,
                    offering.enrolments(),
                    null,
                    null);
        }
        return new OfferingBody(
                offering.plugin(),
                version,
                title,
                Texts.pick(locale, plugin.description()),
                plugin.functionPoints().stream()
                        .map(point -> Texts.pick(locale, point))
                        .toList(),
                plugin.plans().stream()
                        .map(plan -> new PlanBody(plan.id(), Texts.pick(locale, plan.title()), plan.prices()))
                        .toList(),
                state,
                fault,
                offering.enrolments(),
                plugin.responsibility().stream()
                        .map(duty -> new DutyBody(duty.party(), Texts.pick(locale, duty.duties())))
                        .toList(),
                new DataBody(
                        plugin.data().personal(),
                        plugin.data().retention(),
                        Texts.pick(locale, plugin.data().text())));
    }

    /** A plan; prices in yuan a year by site level. */
    public record PlanBody(String id, String title, Map<String, Long> prices) {}

    /** Who is responsible for what. */
    public record DutyBody(String party, String duties) {}

    /** What the plugin stores, and for how long (ISO 8601). */
    public record DataBody(boolean personal, String retention, String text) {}
}
