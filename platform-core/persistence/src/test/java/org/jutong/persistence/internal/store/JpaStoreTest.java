package org.jutong.persistence.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.persistence.fixture.Book;
import org.jutong.persistence.testing.TestStores;
import org.jutong.plugin.Problem;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JpaStoreTest {

    private TestStores stores;
    private Store store;

    @BeforeAll
    void openStore() {
        stores = TestStores.derby(Book.class, "books");
        store = stores.store();
    }

    @BeforeEach
    void aBook() {
        stores.sql("DELETE FROM NT_BOOK");
        store.change(em -> em.persist(new Book("1", "first")));
    }

    @AfterAll
    void closeStore() {
        stores.close();
    }

    @Test
    void aWriteIsSeenByTheNextRead() {
        store.change(em -> em.find(Book.class, "1").retitle("second"));
        assertThat(title()).isEqualTo("second");
    }

    @Test
    void aReadChangesNothing() {
        store.read(em -> {
            em.find(Book.class, "1").retitle("second");
            return null;
        });
        assertThat(title()).isEqualTo("first");
    }

    @Test
    void aCallInsideACallJoinsItsTransaction() {
        assertThatThrownBy(() -> store.change(outer -> {
                    store.change(em -> em.find(Book.class, "1").retitle("second"));
                    assertThat(title()).isEqualTo("second");
                    throw Problem.conflict("refused");
                }))
                .isInstanceOf(Problem.class);
        assertThat(title()).isEqualTo("first");
    }

    @Test
    void aTakenKeyIsSaidInsideTheWorkToo() {
        assertThatThrownBy(() -> store.change(outer -> store.change(em -> {
                    em.persist(new Book("1", "other"));
                    em.flush();
                })))
                .isInstanceOf(DuplicateKey.class);
        assertThat(title()).isEqualTo("first");
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        assertThatThrownBy(() -> store.recorded(
                        () -> store.write(em -> {
                            em.find(Book.class, "1").retitle("second");
                            return "second";
                        }),
                        result -> {
                            throw Problem.conflict("unrecorded");
                        }))
                .isInstanceOf(Problem.class);
        assertThat(title()).isEqualTo("first");
    }

    @Test
    void whatTheDatabaseRefusesIsNotRecorded() {
        List<String> recorded = new ArrayList<>();
        assertThatThrownBy(() -> store.recorded(
                        () -> store.write(em -> {
                            em.persist(new Book("1", "other"));
                            return "other";
                        }),
                        recorded::add))
                .isInstanceOf(DuplicateKey.class);
        assertThat(recorded).isEmpty();
    }

    private String title() {
        return store.read(em -> em.find(Book.class, "1").title());
    }
}
