/** The tree of files: pages by their links, books, manifests, the signature, the check. */
package org.jutong.publication.internal.tree;
