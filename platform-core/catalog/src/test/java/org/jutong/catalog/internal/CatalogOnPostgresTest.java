package org.jutong.catalog.internal;

import org.jutong.persistence.testing.TestStores;

class CatalogOnPostgresTest extends CatalogContract {

    @Override
    TestStores open() {
        return TestStores.postgres(KnownEnrolments.class, "catalog");
    }
}
