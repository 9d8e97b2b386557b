package org.jutong.columns.codes;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an official document (发文字号): {@code 代字〔YYYY〕N号} with hexagonal brackets, the full year, no 第 and no
 * leading zero (GB/T 9704-2012, 党政机关公文格式). An order (令) is numbered without a year: {@code 令第N号}.
 */
public final class DocumentNumber {

    private static final String WORD = "\\p{IsHan}{2,20}";
    private static final Pattern FORM = Pattern.compile(WORD + "〔(?:19|20)[0-9]{2}〕[1-9][0-9]{0,4}号");
    private static final Pattern ORDER = Pattern.compile("\\p{IsHan}{1,20}令第[1-9][0-9]{0,4}号");

    /** Any brackets or none, a short year, 年, 第, zeros, 号 left out; after normalisation of wide characters. */
    private static final Pattern NEARLY = Pattern.compile("(" + WORD
            + ")字?[\\[(〔【{《<「『]?([0-9]{2}|(?:19|20)[0-9]{2})(?:年?[\\])〕】}》>」』]第?|年第?|第)0*([1-9][0-9]{0,4})号?");

    private DocumentNumber() {}

    /** Whether it has the form. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches() || ORDER.matcher(text).matches();
    }

    /** What was probably meant; empty where nothing sensible comes out. */
    public static Optional<String> meant(String text) {
        String tidy = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u200b\\ufeff]", "");
        Matcher nearly = NEARLY.matcher(tidy);
        if (isValid(text) || !nearly.matches()) {
            return Optional.empty();
        }
        String word = nearly.group(1);
        String year = nearly.group(2);
        String full = year.length() == 4 ? year : (Integer.parseInt(year) < 49 ? "20" : "19") + year;
        String meant = word + "〔" + full + "〕" + nearly.group(3) + "号";
        return Optional.of(meant).filter(DocumentNumber::isValid);
    }
}
