package org.jutong.publication.internal.tree;

/**
 * What became of pages.
 *
 * @param made how many were rendered
 * @param written how many of them were not in the tree as they are
 * @param removed how many were taken away
 * @param failed how many could not be made
 * @param whole false where some page is to be asked for again soon
 */
public record Outcome(int made, int written, int removed, int failed, boolean whole) {

    /** Nothing yet. */
    public static final Outcome NONE = new Outcome(0, 0, 0, 0, true);

    /** Both. */
    public Outcome and(Outcome other) {
        return new Outcome(
                made + other.made,
                written + other.written,
                removed + other.removed,
                failed + other.failed,
                whole && other.whole);
    }
}
