package org.jutong.columns;

/**
 * A file of the standard is refused. Nothing of it is taken over. The words for people are under {@code problem.} and the
 * code in this bundle's texts; they take {@link #where()} and {@link #value()} as arguments 0 and 1.
 */
public final class StandardFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String where;
    private final String value;

    /**
     * Only the readers of this bundle make it.
     *
     * @param code what is wrong, stable, such as {@code standard_unknown_key}
     * @param where the place in the file, such as {@code columns[2].children[0].clock}; empty for the file as a whole
     * @param value what stands there; never null
     */
    public StandardFault(String code, String where, String value) {
        super(code + " at " + (where.isEmpty() ? "the file" : where) + ": " + value);
        this.code = code;
        this.where = where;
        this.value = value;
    }

    /** What is wrong, in snake_case; stable. */
    public String code() {
        return code;
    }

    /** The place in the file; empty where it is the file as a whole. */
    public String where() {
        return where;
    }

    /** What stands there, or the key that is meant. */
    public String value() {
        return value;
    }
}
