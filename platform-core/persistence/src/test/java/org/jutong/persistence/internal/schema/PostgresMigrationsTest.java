package org.jutong.persistence.internal.schema;

import org.jutong.persistence.fixture.Note;
import org.jutong.persistence.testing.TestStores;

class PostgresMigrationsTest extends MigrationsContract {

    @Override
    TestStores open() {
        return TestStores.postgres(Note.class, "notes");
    }
}
