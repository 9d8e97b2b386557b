package org.jutong.sitegroup;

import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The words that every text is checked for before it is reviewed and before it is published. One list for the platform; a
 * change holds at once on every node. Permission {@code article.words} on the whole platform. Thread-safe.
 */
@ProviderType
public interface WordList {

    /** So many words can be on the list. */
    int MOST = 20_000;

    /** All of them, by word. */
    Words all(Actor by);

    /**
     * These words and no others.
     *
     * @param version that of {@link Words#version()} which was seen
     * @throws org.jutong.plugin.Problem {@code version_conflict} (409) where somebody was faster; {@code too_many_words},
     *     {@code word_invalid} (1 to 50 characters, no line breaks), {@code word_twice}, {@code better_missing} for a typo
     *     without what is meant, {@code better_invalid} (400, field {@code items}, with the number of the line)
     */
    Words replace(Actor by, int version, List<Word> words);

    /**
     * The list.
     *
     * @param version grows with each change
     */
    record Words(int version, List<Word> items) {}

    /**
     * A word.
     *
     * @param better what is meant; given for a typo alone
     */
    record Word(String word, Kind kind, Optional<String> better) {}

    /** What is done about a word. The names are stored and must never change. */
    enum Kind {
        /** A text with it is not published. */
        SENSITIVE,
        /** Editors and reviewers are told. */
        DOUBTFUL,
        /** Editors and reviewers are told what is meant. */
        TYPO
    }
}
