package org.jutong.identity.internal.rights;

import org.jutong.identity.Scope;

/** A scope in a word: {@code *}, a site's code, {@code organisation:17}, or {@code 5201000001/news} for a column. */
public final class ScopeWords {

    private ScopeWords() {}

    /** The word. */
    public static String of(Scope scope) {
        if (scope instanceof Scope.OfSite site) {
            return site.root().value();
        }
        if (scope instanceof Scope.OfOrganisation organisation) {
            return "organisation:" + organisation.root();
        }
        return scope instanceof Scope.OfColumn column ? column.owner().value() + "/" + column.root() : "*";
    }
}
