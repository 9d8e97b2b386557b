package org.jutong.sitegroup.internal;

import org.jutong.persistence.testing.TestStores;

/** The databases that the site group must work on. */
public enum Database {
    DERBY {
        @Override
        public TestStores open() {
            return TestStores.derby(SiteDirectory.class, "sitegroup");
        }
    },
    POSTGRESQL {
        @Override
        public TestStores open() {
            return TestStores.postgres(SiteDirectory.class, "sitegroup");
        }
    };

    public abstract TestStores open();
}
