package org.jutong.web.internal.portal;

import java.util.Objects;

/**
 * Who looks at a page that is made for this one request; never at a page that is kept for others.
 *
 * @param name shown in the head; empty for nobody who is signed in
 * @param csrf the session's secret that each form of the page repeats; empty without a session
 */
public record Visitor(String name, String csrf) {

    /** Somebody who is not signed in. */
    public static final Visitor NOBODY = new Visitor("", "");

    public Visitor {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(csrf, "csrf");
    }

    @Override
    public String toString() {
        return "Visitor[]";
    }
}
