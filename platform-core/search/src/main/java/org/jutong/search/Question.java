package org.jutong.search;

import java.time.LocalDate;
import java.util.Optional;
import org.jutong.plugin.SiteCode;

/**
 * What somebody looks for.
 *
 * @param words as typed; Traditional characters find Simplified ones
 * @param site that shows the article; empty for the whole platform
 * @param below whether the sites below it count as well
 * @param column of the site, with those below it; needs a site
 * @param subject 主题分类, or the beginning of one up to a backslash
 * @param from the first day of publication, in Beijing
 * @param until the last day
 * @param number 发文字号, exactly but for the kind of brackets and blanks
 * @param newest whether the newest come first and not the best
 * @param page from 1
 * @param limit hits on a page, at most 50
 */
public record Question(
        String words,
        Optional<SiteCode> site,
        boolean below,
        Optional<String> column,
        Optional<String> subject,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<String> number,
        boolean newest,
        int page,
        int limit) {

    /** Words on the whole platform. */
    public static Question of(String words) {
        return new Question(
                words,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                1,
                10);
    }

    /** The same on one site alone. */
    public Question on(SiteCode code) {
        return new Question(words, Optional.of(code), false, column, subject, from, until, number, newest, page, limit);
    }
}
