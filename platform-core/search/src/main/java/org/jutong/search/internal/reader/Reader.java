package org.jutong.search.internal.reader;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Main class of the process that turns attachments into words. On its input come files: kind (0 PDF, 1 DOCX), length, bytes;
 * for each it answers length and words in UTF-8. What happens to it, happens to it alone: the platform ends it where a file
 * takes too long, and its memory is its own.
 */
public final class Reader {

    /** So many characters of a file count. */
    public static final int LONGEST = 200_000;

    /** Said once, when it can begin. */
    public static final int READY = 1;

    private Reader() {}

    /** Reads until its input ends. */
    public static void main(String[] args) throws IOException {
        Logger.getLogger("").setLevel(Level.OFF);
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        // whatever a library prints must not stand among the answers
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        out.write(READY);
        out.flush();
        for (int kind = in.read(); kind >= 0; kind = in.read()) {
            byte[] content = in.readNBytes(in.readInt());
            byte[] words = words(kind, content).getBytes(StandardCharsets.UTF_8);
            out.writeInt(words.length);
            out.write(words);
            out.flush();
        }
    }

    /** None of what cannot be read. */
    private static String words(int kind, byte[] content) {
        try {
            return kind == 0 ? PdfWords.of(content) : DocxWords.of(content);
        } catch (Exception | StackOverflowError broken) {
            return "";
        }
    }
}
