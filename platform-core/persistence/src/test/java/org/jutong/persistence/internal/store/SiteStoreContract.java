package org.jutong.persistence.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityNotFoundException;
import javax.persistence.criteria.CriteriaQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.fixture.Folder;
import org.jutong.persistence.fixture.Note;
import org.jutong.persistence.fixture.Page;
import org.jutong.persistence.testing.TestStores;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.data.SiteStore;

/** No site sees, changes or deletes another's rows; on every database that the platform runs on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SiteStoreContract {

    private static final SiteContext GUIYANG = TestStores.site("5201000001", "notes");
    private static final SiteContext ZUNYI = TestStores.site("5203000001", "notes");

    private TestStores stores;
    private SiteStore store;
    private Long foreign;

    abstract TestStores open();

    @BeforeAll
    void openStores() {
        stores = open();
        store = stores.siteStore("notes");
    }

    @AfterAll
    void closeStores() {
        stores.close();
    }

    @BeforeEach
    void aNoteOfZunyi() {
        stores.sql("DELETE FROM NT_NOTE");
        stores.sql("DELETE FROM NT_PAGE");
        stores.sql("DELETE FROM NT_FOLDER");
        foreign = persist(ZUNYI, new Note("a", "遵义")).id();
    }

    @Test
    void findKeepsToTheSite() {
        assertThat(seen(GUIYANG, em -> em.find(Note.class, foreign))).isEmpty();
        assertThat(seen(ZUNYI, em -> em.find(Note.class, foreign))).isPresent();
    }

    @Test
    void queriesKeepToTheSite() {
        assertThat(texts(GUIYANG)).isEmpty();
        assertThat(seen(
                        GUIYANG,
                        em -> em.createNamedQuery("Note.count", Long.class).getSingleResult()))
                .contains(0L);
        assertThat(store.read(GUIYANG, SiteStoreContract::byCriteria)).isEmpty();
        assertThat(store.read(ZUNYI, SiteStoreContract::byCriteria)).hasSize(1);
    }

    @Test
    void bulkStatementsKeepToTheSite() {
        persist(GUIYANG, new Note("a", "贵阳"));

        store.change(
                GUIYANG, em -> em.createQuery("UPDATE Note n SET n.text = 'x'").executeUpdate());
        assertThat(texts(ZUNYI)).containsExactly("遵义");

        store.change(GUIYANG, em -> em.createQuery("DELETE FROM Note").executeUpdate());
        assertThat(texts(GUIYANG)).isEmpty();
        assertThat(texts(ZUNYI)).containsExactly("遵义");
    }

    @Test
    void aReferenceToAnotherSitesRowIsNotGiven() {
        assertThatThrownBy(() -> store.change(GUIYANG, em -> em.getReference(Note.class, foreign)))
                .isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void anotherSitesRowIsNotRemovedThroughADetachedEntity() {
        Note stolen = store.read(ZUNYI, em -> em.find(Note.class, foreign));
        assertThatThrownBy(() -> store.change(GUIYANG, em -> em.remove(stolen)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(texts(ZUNYI)).containsExactly("遵义");
    }

    @Test
    void anotherSitesRowIsNotRemovedWhereTheTenantIsOutsideTheKey() {
        Folder stolen = persist(ZUNYI, new Folder("遵义"));
        assertThatThrownBy(() -> store.change(GUIYANG, em -> em.remove(stolen)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.change(GUIYANG, em -> em.remove(em.merge(stolen))))
                .isInstanceOf(RuntimeException.class);
        assertThat(seen(ZUNYI, em -> em.find(Folder.class, stolen.id()))).isPresent();
    }

    @Test
    void aMergedEntityOfAnotherSiteChangesNothingThere() {
        Note stolen = store.read(ZUNYI, em -> em.find(Note.class, foreign));
        stolen.rewrite("x");
        assertThatThrownBy(() -> store.change(GUIYANG, em -> em.merge(stolen))).isInstanceOf(DuplicateKey.class);
        assertThat(texts(ZUNYI)).containsExactly("遵义");

        Folder folder = persist(ZUNYI, new Folder("遵义"));
        folder.rename("x");
        assertThatThrownBy(() -> store.change(GUIYANG, em -> em.merge(folder))).isInstanceOf(RuntimeException.class);
        assertThat(seen(ZUNYI, em -> em.find(Folder.class, folder.id()).name())).contains("遵义");
    }

    @Test
    void aForeignKeyToAnotherSitesRowReadsAsNothing() {
        Folder folder = persist(ZUNYI, new Folder("遵义"));
        Page page = persist(GUIYANG, new Page(null));
        stores.sql("UPDATE NT_PAGE SET FOLDER = " + folder.id());
        assertThat(seen(GUIYANG, em -> em.find(Page.class, page.id()).folder())).isEmpty();
        assertThat(rows(
                        GUIYANG,
                        em -> em.createQuery("SELECT p.folder.name FROM Page p").getResultList()))
                .isEmpty();
        assertThat(rows(
                        GUIYANG,
                        em -> em.createQuery("SELECT p FROM Page p JOIN FETCH p.folder")
                                .getResultList()))
                .isEmpty();
    }

    @Test
    void aCallForAnotherSiteInsideACallIsRefused() {
        assertThatThrownBy(() -> store.read(GUIYANG, outer -> texts(ZUNYI))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        store.change(GUIYANG, outer -> store.change(ZUNYI, em -> em.persist(new Note("b", "x")))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(texts(ZUNYI)).containsExactly("遵义");
    }

    @Test
    void onlyAnIssuedContextOfThisPluginOpensTheStore() {
        SiteContext otherPlugin = TestStores.site("5203000001", "poll");
        assertThatThrownBy(() -> store.read(otherPlugin, em -> 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.read(new ForgedSite(ZUNYI), em -> 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.read(null, em -> 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theWaysPastTheFilterAreRefused() {
        List<Function<EntityManager, Object>> attacks = List.of(
                em -> em.createNativeQuery("DELETE FROM NT_NOTE"),
                em -> em.createNativeQuery("SELECT * FROM NT_NOTE", Note.class),
                em -> em.createStoredProcedureQuery("x"),
                em -> em.unwrap(java.sql.Connection.class),
                em -> em.getDelegate(),
                em -> em.getEntityManagerFactory(),
                em -> em.getTransaction(),
                em -> em.createQuery("SELECT SQL('(SELECT MAX(TEXT) FROM NT_NOTE)') FROM Note n"),
                em -> em.createQuery("SELECT t.TEXT FROM TABLE ('NT_NOTE') t", String.class));
        attacks.forEach(attack -> assertThatThrownBy(() -> store.write(GUIYANG, attack))
                .isInstanceOf(UnsupportedOperationException.class));
        assertThatThrownBy(() -> store.change(GUIYANG, em -> em.setProperty(SiteStore.TENANT, "5203000001")))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.change(GUIYANG, EntityManager::close))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aReadStoresNothing() {
        store.read(ZUNYI, em -> {
            em.find(Note.class, foreign).rewrite("x");
            em.persist(new Note("b", "x"));
            return texts(ZUNYI);
        });
        assertThat(texts(ZUNYI)).containsExactly("遵义");
    }

    @Test
    void aWriteInsideAReadStoresOnlyItsOwn() {
        store.read(ZUNYI, em -> {
            em.find(Note.class, foreign).rewrite("x");
            store.change(ZUNYI, inner -> inner.persist(new Note("b", "y")));
            return null;
        });
        assertThat(texts(ZUNYI)).containsExactlyInAnyOrder("遵义", "y");
    }

    @Test
    void aWriteThatThrowsStoresNothingAndDropsNoPages() {
        int before = stores.changes().size();
        assertThatThrownBy(() -> store.change(ZUNYI, em -> {
                    em.persist(new Note("b", "x"));
                    em.flush();
                    throw Problem.conflict("refused");
                }))
                .isInstanceOf(Problem.class);
        assertThat(texts(ZUNYI)).containsExactly("遵义");
        assertThat(stores.changes()).hasSize(before);
    }

    @Test
    void aWriteDropsTheSitesPagesOnceAndAfterTheCommit() {
        int before = stores.changes().size();
        store.change(ZUNYI, outer -> {
            store.change(ZUNYI, em -> em.persist(new Note("b", "x")));
            assertThat(stores.changes()).hasSize(before);
        });
        assertThat(stores.changes().subList(before, stores.changes().size())).containsExactly(ZUNYI.site());
    }

    @Test
    void anInnerFailureThatIsSwallowedSpoilsTheWholeWrite() {
        assertThatThrownBy(() -> store.change(ZUNYI, outer -> {
                    outer.persist(new Note("b", "x"));
                    assertThatThrownBy(() -> store.change(ZUNYI, em -> {
                                throw Problem.conflict("refused");
                            }))
                            .isInstanceOf(Problem.class);
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(texts(ZUNYI)).containsExactly("遵义");
    }

    @Test
    void aTakenKeyIsSaidAndStoresNothing() {
        assertThatThrownBy(() -> store.change(ZUNYI, em -> {
                    em.persist(new Note("b", "x"));
                    em.persist(new Note("a", "y"));
                }))
                .isInstanceOf(DuplicateKey.class);
        assertThat(texts(ZUNYI)).containsExactly("遵义");
    }

    @Test
    void aRowThatSomebodyElseChangedMeanwhileIsAConflict() {
        Folder folder = persist(ZUNYI, new Folder("old"));
        store.change(ZUNYI, em -> em.find(Folder.class, folder.id()).rename("theirs"));
        folder.rename("mine");
        assertThatThrownBy(() -> store.change(ZUNYI, em -> em.merge(folder)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("version_conflict"));
        assertThat(seen(ZUNYI, em -> em.find(Folder.class, folder.id()).name())).contains("theirs");
    }

    private <E> E persist(SiteContext site, E entity) {
        store.change(site, em -> em.persist(entity));
        return entity;
    }

    private <R> Optional<R> seen(SiteContext site, Function<EntityManager, R> work) {
        return Optional.ofNullable(store.read(site, work));
    }

    private List<?> rows(SiteContext site, Function<EntityManager, List<?>> query) {
        return store.read(site, query);
    }

    private List<String> texts(SiteContext site) {
        return store.read(
                site,
                em -> em.createQuery("SELECT n FROM Note n", Note.class).getResultList().stream()
                        .map(Note::text)
                        .toList());
    }

    private static List<Note> byCriteria(EntityManager em) {
        CriteriaQuery<Note> query = em.getCriteriaBuilder().createQuery(Note.class);
        query.from(Note.class);
        return em.createQuery(query).getResultList();
    }
}
