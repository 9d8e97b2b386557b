package org.jutong.audit.internal.files;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** Files of lines that are on the disk when a method returns. */
public final class Durable {

    private Durable() {}

    /** Adds a line. What an interrupted writer left of one is ended first, so that it spoils itself alone. */
    public static void append(Path file, String line) throws IOException {
        Files.createDirectories(file.getParent());
        boolean fresh = !Files.exists(file);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            String text = endsLine(channel, end) ? line + "\n" : "\n" + line + "\n";
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), end);
            channel.force(true);
        }
        if (fresh) {
            force(file.getParent());
        }
    }

    private static boolean endsLine(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return end == 0 || channel.read(last, end - 1) == 1 && last.get(0) == '\n';
    }

    /** Puts the file, or the entries of the folder, on the disk. */
    public static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Reads lines, of a file whose name ends in {@code .gz} the unpacked ones. */
    public static BufferedReader reader(Path file) throws IOException {
        InputStream plain = new BufferedInputStream(Files.newInputStream(file));
        try {
            InputStream bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(plain, 1 << 16) : plain;
            return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    public static String sha256(Path file) throws IOException {
        try (InputStream plain = Files.newInputStream(file);
                DigestInputStream bytes = new DigestInputStream(plain, MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java machine has SHA-256", e);
        }
    }
}
