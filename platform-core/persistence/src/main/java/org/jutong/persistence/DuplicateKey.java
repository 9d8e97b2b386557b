package org.jutong.persistence;

/** A unique or primary key constraint refused the transaction; nothing of it is stored. */
public final class DuplicateKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The refused transaction's cause is kept for the log. */
    public DuplicateKey(Throwable cause) {
        super("A unique key is taken already", cause);
    }
}
