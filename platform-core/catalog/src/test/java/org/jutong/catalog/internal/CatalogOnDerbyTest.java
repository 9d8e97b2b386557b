package org.jutong.catalog.internal;

import org.jutong.persistence.testing.TestStores;

class CatalogOnDerbyTest extends CatalogContract {

    @Override
    TestStores open() {
        return TestStores.derby(KnownEnrolments.class, "catalog");
    }
}
