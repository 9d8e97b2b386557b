package org.jutong.persistence.internal.store;

import java.sql.SQLException;
import org.jutong.persistence.DuplicateKey;
import org.jutong.plugin.Problem;

/** What callers can act on is told apart from what is a bug or a broken database. */
final class StoreFailures {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final int MAX_DEPTH = 20;

    private StoreFailures() {}

    static RuntimeException translated(RuntimeException failure) {
        if (failure instanceof Problem || failure instanceof DuplicateKey) {
            return failure;
        }
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (cause instanceof javax.persistence.OptimisticLockException
                    || cause instanceof org.eclipse.persistence.exceptions.OptimisticLockException) {
                return Problem.conflict("version_conflict");
            }
            if (cause instanceof SQLException sql && isUniqueViolation(sql)) {
                return new DuplicateKey(failure);
            }
            cause = cause.getCause();
        }
        return failure;
    }

    private static boolean isUniqueViolation(SQLException failure) {
        SQLException next = failure;
        for (int depth = 0; next != null && depth < MAX_DEPTH; depth++) {
            if (UNIQUE_VIOLATION.equals(next.getSQLState())) {
                return true;
            }
            next = next.getNextException();
        }
        return false;
    }
}
