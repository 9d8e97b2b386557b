package org.jutong.interaction;

import static org.jutong.interaction.PlainText.length;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jutong.plugin.Problem;

/**
 * A letter as a citizen writes it, checked: one that exists may be stored. Lengths are in characters (code points).
 *
 * @param title 10 to 25 characters
 * @param text 1 to 600 characters
 * @param name 1 to 30 characters; never shown in public
 * @param contact a telephone number or an e-mail address; never shown in public
 */
public record LetterDraft(LetterType type, String title, String text, String name, String contact) {

    public static final int TITLE_MIN = 10;
    public static final int TITLE_MAX = 25;
    public static final int TEXT_MAX = 600;
    public static final int NAME_MAX = 30;
    private static final int CONTACT_MAX = 100;

    private static final Pattern PHONE =
            Pattern.compile("(\\+?86[- ]?)?1[0-9]{10}|(0[0-9]{2,3}[- ]?)?[0-9]{7,8}(-[0-9]{1,6})?");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    /** @throws Problem (400) naming the first field that is wrong */
    public LetterDraft {
        checkTitle(title);
        checkText(text);
        checkName(name);
        checkContact(contact);
    }

    /**
     * What somebody sent, field by field; any of them may be {@code null}.
     *
     * @throws Problem (400) naming the first field that is wrong
     */
    public static LetterDraft typed(String type, String title, String text, String name, String contact) {
        return new LetterDraft(
                LetterType.of(PlainText.line(type)),
                PlainText.line(title),
                PlainText.lines(text),
                PlainText.line(name),
                Normalizer.normalize(PlainText.line(contact), Normalizer.Form.NFKC));
    }

    private static void checkTitle(String title) {
        if (title.isEmpty()) {
            throw Problem.invalid("letter_title_missing", "title", TITLE_MIN, TITLE_MAX);
        }
        if (length(title) < TITLE_MIN || length(title) > TITLE_MAX) {
            throw Problem.invalid("letter_title_length", "title", TITLE_MIN, TITLE_MAX, length(title));
        }
    }

    private static void checkText(String text) {
        if (text.isEmpty()) {
            throw Problem.invalid("letter_text_missing", "text");
        }
        if (length(text) > TEXT_MAX) {
            throw Problem.invalid("letter_text_length", "text", TEXT_MAX, length(text));
        }
    }

    private static void checkName(String name) {
        if (name.isEmpty()) {
            throw Problem.invalid("letter_name_missing", "name");
        }
        if (length(name) > NAME_MAX) {
            throw Problem.invalid("letter_name_length", "name", NAME_MAX);
        }
    }

    private static void checkContact(String contact) {
        if (contact.isEmpty()) {
            throw Problem.invalid("letter_contact_missing", "contact");
        }
        boolean reachable = contact.length() <= CONTACT_MAX
                && (PHONE.matcher(contact).matches() || EMAIL.matcher(contact).matches());
        if (!reachable) {
            throw Problem.invalid("letter_contact_shape", "contact");
        }
    }
}
