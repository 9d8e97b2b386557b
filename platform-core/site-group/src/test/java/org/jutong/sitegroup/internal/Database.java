package org.jutong.sitegroup.internal;

import org.jutong.persistence.testing.TestStores;

/** The databases that the site group must work on. */
enum Database {
    DERBY {
        @Override
        TestStores open() {
            return TestStores.derby(SiteDirectory.class, "sitegroup");
        }
    },
    POSTGRESQL {
        @Override
        TestStores open() {
            return TestStores.postgres(SiteDirectory.class, "sitegroup");
        }
    };

    abstract TestStores open();
}
