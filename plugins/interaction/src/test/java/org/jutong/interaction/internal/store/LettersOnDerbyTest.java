package org.jutong.interaction.internal.store;

import org.jutong.persistence.testing.TestStores;

class LettersOnDerbyTest extends LettersContract {

    @Override
    TestStores open() {
        return TestStores.derby(LetterRow.class, "interaction");
    }
}
