package org.jutong.sitegroup.internal.importing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes of an old page as text. A byte order mark decides, then whether the bytes are UTF-8 at all, which other
 * encodings practically never are by chance, then what the page says of itself, then a guess by the letters' frequency.
 */
final class TextEncoding {

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Set<String> PARTS_OF_CHINESE = Set.of("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936");
    private static final int HEAD = 4096;
    private static final Pattern SAID = Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]{2,40})");

    private TextEncoding() {}

    /**
     * The text.
     *
     * @param sure false where no encoding fits all bytes and some characters were replaced
     */
    record Decoded(String text, boolean sure) {}

    static Decoded decode(byte[] bytes) {
        Optional<String> marked = marked(bytes);
        if (marked.isPresent()) {
            return new Decoded(marked.get(), true);
        }
        return strictly(bytes, StandardCharsets.UTF_8)
                .or(() -> said(bytes).flatMap(charset -> strictly(bytes, charset)))
                .or(() -> guessed(bytes).flatMap(charset -> strictly(bytes, charset)))
                .or(() -> strictly(bytes, CHINESE))
                .map(text -> new Decoded(text, true))
                .orElseGet(() -> new Decoded(
                        new String(bytes, said(bytes).or(() -> guessed(bytes)).orElse(CHINESE)), false));
    }

    private static Optional<String> marked(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> said(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher said = SAID.matcher(head);
        return said.find() ? charset(said.group(1)) : Optional.empty();
    }

    /** Only what takes several bytes a character: one of single bytes fits everything, and no page here is in one. */
    private static Optional<Charset> guessed(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset())
                .flatMap(TextEncoding::charset)
                .filter(charset -> charset.canEncode() && charset.newEncoder().maxBytesPerChar() > 1);
    }

    private static Optional<Charset> charset(String name) {
        if (PARTS_OF_CHINESE.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.of(CHINESE);
        }
        try {
            return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalCharsetNameException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException | UnsupportedOperationException other) {
            return Optional.empty();
        }
    }
}
