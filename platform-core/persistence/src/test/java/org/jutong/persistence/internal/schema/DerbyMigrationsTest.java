package org.jutong.persistence.internal.schema;

import org.jutong.persistence.fixture.Note;
import org.jutong.persistence.testing.TestStores;

class DerbyMigrationsTest extends MigrationsContract {

    @Override
    TestStores open() {
        return TestStores.derby(Note.class, "notes");
    }
}
