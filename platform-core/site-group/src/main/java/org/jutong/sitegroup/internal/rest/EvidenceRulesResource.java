package org.jutong.sitegroup.internal.rest;

import java.util.Arrays;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.jutong.columns.inspection.InspectionRules;
import org.jutong.plugin.Permission;
import org.jutong.plugin.RestResource;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.evidence.EvidenceWords;
import org.jutong.sitegroup.internal.evidence.Kind;
import org.jutong.sitegroup.internal.evidence.Observations;
import org.jutong.sitegroup.internal.rest.EvidenceBodies.EvidenceRules;
import org.jutong.sitegroup.internal.rest.EvidenceBodies.Named;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What can be recorded of a site. */
@Component(service = RestResource.class)
@Path("inspections/evidence-rules")
@Produces(MediaType.APPLICATION_JSON)
public final class EvidenceRulesResource implements RestResource {

    private final Observations observations;
    private final Texts texts;

    @Activate
    public EvidenceRulesResource(@Reference Observations observations, @Reference Texts texts) {
        this.observations = observations;
        this.texts = texts;
    }

    /** Kinds, sorts of incidents, elements of guides, items and vetoes, as the inspection rules have them. */
    @GET
    @Permission({"inspection.run", "site.manage", "article.publish"})
    public EvidenceRules rules(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        InspectionRules rules = observations.rules();
        EvidenceWords words = new EvidenceWords(texts, rules, Texts.preferred(language));
        return new EvidenceRules(
                rules.version(),
                Arrays.stream(Kind.values())
                        .map(kind -> new Named(kind.id(), words.kind(kind)))
                        .toList(),
                rules.safety().kinds().stream()
                        .sorted()
                        .map(id -> new Named(id, words.sort(id)))
                        .toList(),
                rules.services().elements().stream()
                        .map(each -> new Named(each.id(), words.element(each)))
                        .toList(),
                observations.counted().stream()
                        .map(item -> new Named(item.id(), words.subject(item.id())))
                        .toList(),
                observations.subjects().stream()
                        .map(id -> new Named(id, words.subject(id)))
                        .toList(),
                rules.unreachable().days(),
                rules.unreachable().visitsMoreThan());
    }
}
