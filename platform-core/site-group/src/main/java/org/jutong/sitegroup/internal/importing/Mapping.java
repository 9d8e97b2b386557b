package org.jutong.sitegroup.internal.importing;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;

/**
 * How an old site is read, as its importer wrote it down. Immutable.
 *
 * @param pages which files are pages
 * @param skip which of them are left out
 * @param columns which pages go to which column; the first that fits decides
 * @param title where the title is
 * @param time where the time of publication is
 * @param formats how times are written
 * @param source where the source is
 * @param author where the author line is
 * @param body where the text is
 * @param remove what is taken out of the text
 * @param address the address of the old site, ending with a slash, by which its own links are known; may be empty
 */
record Mapping(
        List<Pattern> pages,
        List<Pattern> skip,
        List<Rule> columns,
        Place title,
        Place time,
        List<DateTimeFormatter> formats,
        Place source,
        Place author,
        Place body,
        Place remove,
        String address) {

    /** Pages of the old site and the column that takes them. */
    record Rule(Pattern from, String column) {}

    /**
     * Where something is on a page.
     *
     * @param key its name in the mapping
     * @param words the selectors as they were written
     * @param selectors the same to select with; the first that finds something decides
     */
    record Place(String key, String words, List<Evaluator> selectors) {}

    boolean isPage(String path) {
        return fits(pages, path);
    }

    boolean isSkipped(String path) {
        return fits(skip, path);
    }

    Optional<String> column(String path) {
        return columns.stream()
                .filter(rule -> rule.from().matcher(path).matches())
                .map(Rule::column)
                .findFirst();
    }

    private static boolean fits(List<Pattern> any, String path) {
        return any.stream().anyMatch(each -> each.matcher(path).matches());
    }
}
