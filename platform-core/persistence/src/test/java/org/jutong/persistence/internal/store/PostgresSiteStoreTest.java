package org.jutong.persistence.internal.store;

import org.jutong.persistence.fixture.Note;
import org.jutong.persistence.testing.TestStores;

class PostgresSiteStoreTest extends SiteStoreContract {

    @Override
    TestStores open() {
        return TestStores.postgres(Note.class, "notes");
    }
}
