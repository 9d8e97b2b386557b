package org.jutong.persistence.internal.schema;

/** A bundle's changelog could not be applied. */
public final class SchemaFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaFault(String owner, Throwable cause) {
        super("The tables of " + owner + " do not follow its changelog: " + innermost(cause), cause);
    }

    private static String innermost(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage();
    }
}
