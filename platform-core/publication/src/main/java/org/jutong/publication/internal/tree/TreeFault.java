package org.jutong.publication.internal.tree;

import java.util.Locale;

/**
 * Something in the tree that is not as it was published.
 *
 * @param kind what is wrong
 * @param path of the file, below the tree's folder
 */
public record TreeFault(Kind kind, String path) {

    /** What is wrong. */
    public enum Kind {
        /** The manifest of manifests is not there, or is not signed by the key. */
        SIGNATURE,
        /** The manifest of a site is not what the signed one says. */
        MANIFEST,
        /** A file is not what its manifest says. */
        CHANGED,
        /** A file is not there. */
        MISSING,
        /** A file is there that no manifest names, or something that is no file. */
        EXTRA;

        /** The lower-case name used in REST. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
