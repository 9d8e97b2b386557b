package org.jutong.search.internal.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed, taken apart: pieces between blanks, and phrases in quotes. Nothing else means anything, so nothing that is
 * typed can be wrong.
 */
record Words(List<String> pieces, List<String> phrases) {

    private static final Pattern PHRASE = Pattern.compile("[\"“”„＂「『]([^\"“”„＂「」『』]+)[\"“”＂」』]");

    static Words of(String typed) {
        List<String> phrases = new ArrayList<>();
        Matcher matcher = PHRASE.matcher(typed);
        while (matcher.find()) {
            phrases.add(matcher.group(1));
        }
        List<String> pieces = List.of(PHRASE.matcher(typed).replaceAll(" ").split("[\\s\\p{Z}\\p{Cntrl}]+")).stream()
                .filter(piece -> !piece.isEmpty())
                .toList();
        return new Words(pieces, List.copyOf(phrases));
    }

    boolean isEmpty() {
        return pieces.isEmpty() && phrases.isEmpty();
    }
}
