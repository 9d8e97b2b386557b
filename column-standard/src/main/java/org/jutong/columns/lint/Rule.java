package org.jutong.columns.lint;

import java.util.Locale;

/** What the linter looks for. How grave it is and whether it blocks publishing is in {@link LintRules}. */
public enum Rule {
    /** A required page tag is not there. */
    TAG_MISSING,
    /** A required page tag is there without content. */
    TAG_BLANK,
    /** The content of a page tag is not of its format. */
    TAG_FORMAT,
    /** ColumnType has a value that the standard does not list; the list is open. */
    COLUMN_TYPE,
    /** Something that the foot of every page shows is not there. */
    FOOTER_ITEM,
    /** The site's identification code is none. */
    SITE_CODE,
    /** A time on the page is not written {@code YYYY-MM-DD HH:MM}. */
    TIME_FORMAT,
    /** An article has no time at all; an inspection counts it as not there. */
    UNDATED,
    /** The number of a document is not like 国办发〔2017〕47号. */
    DOCUMENT_NUMBER,
    /** The index number is not like 000014349/2017-00110. */
    INDEX_NUMBER,
    /** The check character of the organisation code in the index number is wrong. */
    INDEX_NUMBER_CHECK,
    /** Two pages of a site have the same index number. */
    INDEX_NUMBER_TWICE,
    /** The subject class is none of the official ones. */
    SUBJECT_CLASS,
    /** A link leaves the government's sites without a notice. */
    EXTERNAL_LINK,
    /** A word of the platform's list that is not published. */
    SENSITIVE_WORD,
    /** A word of the platform's list that somebody should look at. */
    DOUBTFUL_WORD,
    /** A word of the platform's list that is written wrongly. */
    TYPO,
    /** The identity number of a person. */
    ID_NUMBER,
    /** What looks like somebody's mobile number. */
    MOBILE_NUMBER;

    /** Its name in data, REST and texts, such as {@code tag-missing}; stable. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
