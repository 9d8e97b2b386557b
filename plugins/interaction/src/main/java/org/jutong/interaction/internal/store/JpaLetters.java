package org.jutong.interaction.internal.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.OptimisticLockException;
import javax.persistence.TypedQuery;
import org.jutong.interaction.Letter;
import org.jutong.interaction.LetterDraft;
import org.jutong.interaction.LetterState;
import org.jutong.interaction.Letters;
import org.jutong.interaction.PlainText;
import org.jutong.interaction.PublishedPlace;
import org.jutong.interaction.QueryCode;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.data.SiteStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Letters in the plugin's own table; the store keeps the sites apart. */
@Component
public final class JpaLetters implements Letters {

    private static final int ANSWER_MAX = 3000;
    private static final String PUBLISHED = LetterState.PUBLISHED.id();

    private final SiteStore store;
    private final Clock clock;
    private final Random random;

    @Activate
    public JpaLetters(@Reference(target = "(osgi.unit.name=interaction)") SiteStore store, @Reference Clock clock) {
        this(store, clock, new SecureRandom());
    }

    JpaLetters(SiteStore store, Clock clock, Random random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public QueryCode send(SiteContext site, LetterDraft draft) {
        return store.write(site, em -> {
            QueryCode code = Stream.generate(() -> QueryCode.draw(random))
                    .filter(drawn -> withCode(em, drawn).isEmpty())
                    .findFirst()
                    .orElseThrow();
            em.persist(new LetterRow(code, draft, citizen(site), now()));
            return code;
        });
    }

    @Override
    public Letter byCode(SiteContext site, QueryCode code) {
        return store.read(site, em -> withCode(em, code).map(LetterRow::letter)).orElseThrow(JpaLetters::notFound);
    }

    @Override
    public Letter find(SiteContext site, long id) {
        return store.read(site, em -> row(em, id).letter());
    }

    @Override
    public Letter findPublished(SiteContext site, long id) {
        return Optional.of(find(site, id))
                .filter(letter -> letter.state() == LetterState.PUBLISHED)
                .orElseThrow(JpaLetters::notFound);
    }

    @Override
    public List<Letter> newest(SiteContext site, Optional<LetterState> state, long before, int limit) {
        return store.read(site, em -> {
            String only = state.isPresent() ? " and l.state = :state" : "";
            TypedQuery<LetterRow> query = em.createQuery(
                            "select l from LetterRow l where l.id < :before" + only + " order by l.id desc",
                            LetterRow.class)
                    .setParameter("before", before)
                    .setMaxResults(limit);
            state.ifPresent(wanted -> query.setParameter("state", wanted.id()));
            return letters(query);
        });
    }

    @Override
    public List<Letter> own(SiteContext site, long before, int limit) {
        String citizen = requireCitizen(site);
        return store.read(
                site,
                em -> letters(em.createQuery(
                                "select l from LetterRow l where l.citizen = :citizen and l.id < :before"
                                        + " order by l.id desc",
                                LetterRow.class)
                        .setParameter("citizen", citizen)
                        .setParameter("before", before)
                        .setMaxResults(limit)));
    }

    @Override
    public Letter findOwn(SiteContext site, long id) {
        Optional<String> citizen = Optional.of(requireCitizen(site));
        return Optional.of(find(site, id))
                .filter(letter -> letter.citizen().equals(citizen))
                .orElseThrow(JpaLetters::notFound);
    }

    @Override
    public List<Letter> published(SiteContext site, Optional<PublishedPlace> after, int limit) {
        if (after.isEmpty()) {
            return publishedFrom(site, 0, limit);
        }
        return store.read(
                site,
                em -> letters(em.createQuery(
                                "select l from LetterRow l where l.state = :state and (l.publishedAt < :at"
                                        + " or (l.publishedAt = :at and l.id < :id))"
                                        + " order by l.publishedAt desc, l.id desc",
                                LetterRow.class)
                        .setParameter("state", PUBLISHED)
                        .setParameter("at", after.get().at())
                        .setParameter("id", after.get().id())
                        .setMaxResults(limit)));
    }

    @Override
    public List<Letter> publishedFrom(SiteContext site, int skip, int limit) {
        return store.read(
                site,
                em -> letters(em.createQuery(
                                "select l from LetterRow l where l.state = :state"
                                        + " order by l.publishedAt desc, l.id desc",
                                LetterRow.class)
                        .setParameter("state", PUBLISHED)
                        .setFirstResult(skip)
                        .setMaxResults(limit)));
    }

    @Override
    public Map<LetterState, Long> tally(SiteContext site) {
        return store.read(site, em -> {
            Map<LetterState, Long> tally = new EnumMap<>(LetterState.class);
            em.createQuery("select l.state, count(l) from LetterRow l group by l.state", Object[].class)
                    .getResultList()
                    .forEach(row -> tally.put(LetterState.of((String) row[0]), (Long) row[1]));
            return tally;
        });
    }

    @Override
    public Letter answer(SiteContext site, long id, String text, OptionalInt version) {
        String answer = PlainText.lines(text);
        if (answer.isEmpty()) {
            throw Problem.invalid("letter_answer_missing", "text");
        }
        if (PlainText.length(answer) > ANSWER_MAX) {
            throw Problem.invalid("letter_answer_length", "text", ANSWER_MAX, PlainText.length(answer));
        }
        return change(site, id, (row, now) -> {
            if (version.isPresent() && version.getAsInt() != row.version()) {
                throw changedMeanwhile();
            }
            row.answer(answer, site.actor().username(), now);
        });
    }

    @Override
    public Letter publish(SiteContext site, long id) {
        return change(site, id, (row, now) -> {
            if (row.state() == LetterState.PENDING) {
                throw Problem.conflict("letter_not_answered");
            }
            row.publish(now);
        });
    }

    private Letter change(SiteContext site, long id, BiConsumer<LetterRow, Instant> work) {
        return store.write(site, em -> {
            LetterRow row = row(em, id);
            if (row.state() == LetterState.PUBLISHED) {
                throw Problem.conflict("letter_already_published");
            }
            work.accept(row, now());
            try {
                em.flush(); // here, so that the version is counted up and a second editor's change is a refusal
            } catch (OptimisticLockException e) {
                throw changedMeanwhile();
            }
            return row.letter();
        });
    }

    private static Optional<String> citizen(SiteContext site) {
        return Optional.of(site.actor()).filter(Actor::isCitizen).map(Actor::username);
    }

    private static String requireCitizen(SiteContext site) {
        return citizen(site)
                .orElseThrow(() -> site.actor().isKnown()
                        ? Problem.forbidden("citizens_only")
                        : Problem.unauthenticated("not_signed_in"));
    }

    private static LetterRow row(EntityManager em, long id) {
        return Optional.ofNullable(em.find(LetterRow.class, id)).orElseThrow(JpaLetters::notFound);
    }

    private static Optional<LetterRow> withCode(EntityManager em, QueryCode code) {
        return em.createQuery("select l from LetterRow l where l.code = :code", LetterRow.class)
                .setParameter("code", code.value())
                .getResultStream()
                .findFirst();
    }

    private static List<Letter> letters(TypedQuery<LetterRow> query) {
        return query.getResultStream().map(LetterRow::letter).toList();
    }

    private static Problem notFound() {
        return Problem.notFound("letter_not_found");
    }

    private static Problem changedMeanwhile() {
        return Problem.conflict("letter_changed_meanwhile");
    }

    // milliseconds: what every database keeps and a list's cursor can carry
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
