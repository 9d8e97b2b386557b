package org.jutong.sitegroup.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Whether a content is what its name says, from its first byte to its last: a head of something else before it or an
 * archive behind it makes it two things at once, and that is refused.
 */
final class Contents {

    private static final int TAIL = 66_000;
    private static final int MOST_ENTRIES = 10_000;
    private static final byte[] END_OF_ZIP = {'P', 'K', 5, 6};
    private static final int END_OF_ZIP_SIZE = 22;
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private Contents() {}

    static boolean startsWith(byte[] content, int... head) {
        if (content.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if ((content[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean isPdf(byte[] content) {
        return startsWith(content, '%', 'P', 'D', 'F', '-')
                && indexOf(content, ascii("%%EOF"), Math.max(0, content.length - 2048)) >= 0
                && !endsAsZip(content);
    }

    /** An office document of before 2007 with one of these parts. */
    static boolean isOle(byte[] content, String... parts) {
        return startsWith(content, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)
                && List.of(parts).stream().anyMatch(part -> hasOlePart(content, part))
                && !endsAsZip(content);
    }

    static boolean isZipWith(byte[] content, String... names) {
        return startsWith(content, 'P', 'K', 3, 4)
                && endOfZip(content) >= 0
                && entries(content).containsAll(List.of(names));
    }

    static boolean isMp4(byte[] content) {
        return content.length > 12
                && new String(content, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp")
                && !endsAsZip(content);
    }

    /** Words alone, in one of the two encodings in use, and nothing that a browser could take for a page. */
    static boolean isText(byte[] content) {
        for (byte each : content) {
            if (each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r' && each != '\f') {
                return false;
            }
        }
        return CHARSETS.stream().anyMatch(charset -> {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
                return !text.replace("\uFEFF", "").stripLeading().startsWith("<");
            } catch (CharacterCodingException e) {
                return false;
            }
        });
    }

    /** Whether an office document has code in it. */
    static boolean hasMacros(byte[] content) {
        if (startsWith(content, 0xD0, 0xCF)) {
            return hasOlePart(content, "_VBA_PROJECT");
        }
        return startsWith(content, 'P', 'K', 3, 4)
                && entries(content).stream().anyMatch(name -> name.endsWith("/vbaProject.bin"));
    }

    private static boolean hasOlePart(byte[] content, String part) {
        return indexOf(content, part.getBytes(StandardCharsets.UTF_16LE), 0) >= 0;
    }

    /** The names in an archive; none of one that cannot be read or has far too many. */
    private static Set<String> entries(byte[] content) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            Set<String> names = new HashSet<>();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                names.add(entry.getName());
                if (names.size() > MOST_ENTRIES) {
                    return Set.of();
                }
            }
            return names;
        } catch (IOException | RuntimeException e) {
            return Set.of();
        }
    }

    private static boolean endsAsZip(byte[] content) {
        return indexOf(content, END_OF_ZIP, Math.max(0, content.length - TAIL)) >= 0;
    }

    /** Where the closing record of an archive stands that ends with the content; -1 where none does. */
    private static int endOfZip(byte[] content) {
        int at = indexOf(content, END_OF_ZIP, Math.max(0, content.length - TAIL));
        while (at >= 0 && at + END_OF_ZIP_SIZE <= content.length) {
            int comment = content[at + 20] & 0xFF | (content[at + 21] & 0xFF) << 8;
            if (at + END_OF_ZIP_SIZE + comment == content.length) {
                return at;
            }
            at = indexOf(content, END_OF_ZIP, at + 1);
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int indexOf(byte[] content, byte[] part, int from) {
        for (int at = from; at <= content.length - part.length; at++) {
            int same = 0;
            while (same < part.length && content[at + same] == part[same]) {
                same++;
            }
            if (same == part.length) {
                return at;
            }
        }
        return -1;
    }
}
