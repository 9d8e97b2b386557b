package org.jutong.columns;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sure a rule of the standard is, so that nobody quotes a guess. */
public enum Mark {
    /** Seen in a public source. */
    @JsonProperty("S")
    SEEN,
    /** From memory, plausible. */
    @JsonProperty("M")
    PLAUSIBLE,
    /** From memory or by analogy; verify before quoting. */
    @JsonProperty("M?")
    UNVERIFIED
}
