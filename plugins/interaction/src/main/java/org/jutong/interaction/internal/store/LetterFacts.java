package org.jutong.interaction.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.jutong.interaction.LetterState;
import org.jutong.plugin.InspectionFacts;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.data.SiteStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** For the inspection: the letters that nobody answered, and when an answer was last published. */
@Component
public final class LetterFacts implements InspectionFacts {

    private final SiteStore store;

    @Activate
    public LetterFacts(@Reference(target = "(osgi.unit.name=interaction)") SiteStore store) {
        this.store = store;
    }

    @Override
    public Facts facts(SiteContext site) {
        return store.read(site, em -> new Facts(Optional.of(waiting(em)), published(em)));
    }

    private static List<WaitingLetter> waiting(EntityManager em) {
        return em.createQuery(
                        "select l.id, l.type, l.created from LetterRow l where l.state = :state order by l.created",
                        Object[].class)
                .setParameter("state", LetterState.PENDING.id())
                .getResultStream()
                .map(row -> new WaitingLetter(row[0].toString(), (String) row[1], (Instant) row[2]))
                .toList();
    }

    private static Optional<Instant> published(EntityManager em) {
        return em.createQuery(
                        "select l.publishedAt from LetterRow l where l.state = :state order by l.publishedAt desc",
                        Instant.class)
                .setParameter("state", LetterState.PUBLISHED.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
