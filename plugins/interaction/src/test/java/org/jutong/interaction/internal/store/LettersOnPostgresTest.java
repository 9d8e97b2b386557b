package org.jutong.interaction.internal.store;

import org.jutong.persistence.testing.TestStores;

class LettersOnPostgresTest extends LettersContract {

    @Override
    TestStores open() {
        return TestStores.postgres(LetterRow.class, "interaction");
    }
}
