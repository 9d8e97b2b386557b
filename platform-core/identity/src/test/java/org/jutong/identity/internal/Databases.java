package org.jutong.identity.internal;

import java.util.List;
import java.util.function.BiFunction;
import org.jutong.persistence.Store;
import org.jutong.persistence.testing.TestStores;

/** The databases that identity's rules must hold on, each opened once and emptied for each test. */
public enum Databases {
    DERBY(TestStores::derby),
    POSTGRES(TestStores::postgres);

    private static final List<String> TABLES = List.of(
            "ID_TOKEN",
            "ID_ONE_TIME",
            "ID_RECOVERY_CODE",
            "ID_CREDENTIAL",
            "ID_SESSION",
            "ID_THROTTLE",
            "ID_GRANTED",
            "ID_MEMBER",
            "ID_GROUP",
            "ID_ROLE_PERMISSION",
            "ID_ROLE",
            "ID_ACCOUNT",
            "ID_ORGANISATION",
            "ID_CITIZEN",
            "ID_CODE",
            "ID_ACCESS",
            "ID_DEFERRAL");

    private final BiFunction<Class<?>, String, TestStores> opening;
    private TestStores opened;

    Databases(BiFunction<Class<?>, String, TestStores> opening) {
        this.opening = opening;
    }

    /** The store of identity's tables, all empty. */
    public synchronized Store empty() {
        if (opened == null) {
            opened = opening.apply(Roster.class, "identity");
        }
        TABLES.forEach(table -> opened.sql("DELETE FROM " + table));
        return opened.store();
    }
}
