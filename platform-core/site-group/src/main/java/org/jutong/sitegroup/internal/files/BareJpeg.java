package org.jutong.sitegroup.internal.files;

/** A JPEG of nothing but its picture, as this platform writes them: such a one need not be made anew and lose by it. */
final class BareJpeg {

    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;

    private BareJpeg() {}

    /** Whether every segment is one that decoding needs, and nothing stands behind the picture. */
    static boolean is(byte[] content) {
        int at = 2;
        while (at + 4 <= content.length && (content[at] & 0xFF) == 0xFF) {
            int marker = content[at + 1] & 0xFF;
            int length = (content[at + 2] & 0xFF) << 8 | content[at + 3] & 0xFF;
            if (!isNeeded(marker)) {
                return false;
            }
            at += 2 + length;
            if (marker == SCAN) {
                at = afterScan(content, at);
            }
            if (at + 2 == content.length && (content[at] & 0xFF) == 0xFF) {
                return (content[at + 1] & 0xFF) == END;
            }
        }
        return false;
    }

    /** Tables, frames and scans; of the notes of programs the one alone that every JPEG begins with, and Adobe's on colours. */
    private static boolean isNeeded(int marker) {
        boolean frame = marker >= 0xC0 && marker <= 0xCF;
        return frame || marker == SCAN || marker == 0xDB || marker == 0xDD || marker == 0xE0 || marker == 0xEE;
    }

    /** The next marker behind the coded picture, in which 0xFF is followed by 0 or a restart. */
    private static int afterScan(byte[] content, int from) {
        for (int at = from; at + 1 < content.length; at++) {
            int next = content[at + 1] & 0xFF;
            if ((content[at] & 0xFF) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                return at;
            }
        }
        return content.length;
    }
}
