package org.jutong.sitegroup;

import java.time.Instant;
import java.util.List;
import org.jutong.plugin.Actor;
import org.jutong.sitegroup.Articles.Draft;
import org.osgi.annotation.versioning.ProviderType;

/** The texts that an article had: each that was saved is a version, numbered from 1. For who may read it. Thread-safe. */
@ProviderType
public interface Versions {

    /**
     * One text of an article.
     *
     * @param number from 1
     * @param text all of it
     * @param by the user name of who wrote it
     * @param note what it is for, may be empty
     * @param shown whether readers see it now
     */
    record Version(long article, int number, Draft text, String by, Instant at, String note, boolean shown) {}

    /** All of them, the newest first. */
    List<Version> of(Actor by, long article);

    /** @throws org.jutong.plugin.Problem {@code version_not_found} (404) */
    Version one(Actor by, long article, int number);

    /**
     * How one version became another.
     *
     * @throws org.jutong.plugin.Problem {@code version_not_found} (404)
     */
    List<Line> differences(Actor by, long article, int from, int to);

    /**
     * A line of two texts beside each other: a fact, or a block of the body.
     *
     * @param field which fact, or {@code body}
     * @param old empty where the line is new
     * @param now empty where the line is gone
     */
    record Line(String field, Kind kind, List<Piece> old, List<Piece> now) {

        /** What became of it. */
        public enum Kind {
            SAME,
            CHANGED,
            ADDED,
            REMOVED
        }
    }

    /** Part of a line; plain text. */
    record Piece(String text, boolean changed) {}

    /**
     * Writes an old text anew, as the newest version. Permission {@code article.write}.
     *
     * @param version that of {@link Article#version()} which the editor saw
     * @throws org.jutong.plugin.Problem as {@link Articles#revise}, and {@code version_not_found} (404)
     */
    Article restore(Actor by, long article, int number, int version);
}
