package org.jutong.audit.internal;

import java.util.List;
import java.util.function.BiFunction;
import org.jutong.audit.Audit;
import org.jutong.persistence.Store;
import org.jutong.persistence.testing.TestStores;

/** The databases that the chain must hold on, each opened once and emptied for each test. */
enum Databases {
    DERBY(TestStores::derby),
    POSTGRES(TestStores::postgres);

    private static final List<String> TABLES = List.of("AUDIT_ENTRY", "AUDIT_HEAD", "AUDIT_ANCHOR");

    private final BiFunction<Class<?>, String, TestStores> opening;
    private TestStores opened;
    private Store writing;

    Databases(BiFunction<Class<?>, String, TestStores> opening) {
        this.opening = opening;
    }

    /** The store of the audit's tables, all empty. */
    synchronized Store empty() {
        if (opened == null) {
            opened = opening.apply(Audit.class, "audit");
            writing = opened.reserved(Audit.class, "audit-writer");
        }
        TABLES.forEach(table -> opened.sql("DELETE FROM " + table));
        return opened.store();
    }

    /** The writer's store over the same tables. */
    Store writing() {
        return writing;
    }

    void sql(String statement) {
        opened.sql(statement);
    }
}
