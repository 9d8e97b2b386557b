package org.jutong.columns.lint;

/** How grave a finding is, the worst first. */
public enum Severity {
    /** A rule is broken. */
    ERROR,
    /** A rule is probably broken, or a weak one. */
    WARNING,
    /** Worth a look. */
    HINT
}
