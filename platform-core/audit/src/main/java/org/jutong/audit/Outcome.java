package org.jutong.audit;

/** How it ended. The names are stored. */
public enum Outcome {
    /** It was done. */
    DONE,

    /** It was refused: nobody signed in, no right, or too many attempts. */
    DENIED,

    /** It was begun and not done; the detail says why. */
    FAILED
}
