package org.jutong.persistence.internal.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.jutong.persistence.fixture.Note;
import org.jutong.persistence.testing.TestStores;

/** A plugin whose tables are not kept apart by site gets no store at all. */
class TenantRulesTest {

    @Test
    void anEntityWithoutATenantAndANativeQueryAreRefused() {
        refusal("books").hasMessageContaining("Book is not @Multitenant").hasMessageContaining("Book.raw is native");
    }

    @Test
    void anEntityThatDoesNotFilterByItsTenantIsRefused() {
        refusal("leak").hasMessageContaining("Leak switches its tenant criteria off");
    }

    @Test
    void aCacheThatSitesShareIsRefused() {
        refusal("cached").hasMessageContaining("Note uses the shared cache");
    }

    private static AbstractThrowableAssert<?, ?> refusal(String unit) {
        try (TestStores stores = TestStores.derby(Note.class, unit)) {
            return assertThatThrownBy(() -> stores.siteStore("notes")).isInstanceOf(IllegalStateException.class);
        }
    }
}
