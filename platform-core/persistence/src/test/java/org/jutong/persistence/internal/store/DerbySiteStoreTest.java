package org.jutong.persistence.internal.store;

import org.jutong.persistence.fixture.Note;
import org.jutong.persistence.testing.TestStores;

class DerbySiteStoreTest extends SiteStoreContract {

    @Override
    TestStores open() {
        return TestStores.derby(Note.class, "notes");
    }
}
