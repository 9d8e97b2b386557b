package org.jutong.web.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jutong.web.internal.portal.Page;

/** A rendered answer as bytes, plain and compressed, with its entity tag. Immutable: the arrays are never handed out. */
final class StoredPage {

    private static final int WORTH_COMPRESSING = 1024;

    private final int status;
    private final String type;
    private final byte[] plain;
    private final byte[] gzip;
    private final String tag;

    private final boolean lasting;

    private StoredPage(int status, String type, byte[] plain, boolean lasting) {
        this.lasting = lasting;
        this.status = status;
        this.type = type;
        this.plain = plain;
        this.gzip = plain.length < WORTH_COMPRESSING ? null : compress(plain);
        this.tag = digest(plain);
    }

    /** A page; one with a gap does not last. */
    static StoredPage of(Page page) {
        byte[] html = page.html().getBytes(StandardCharsets.UTF_8);
        return new StoredPage(page.status(), "text/html;charset=utf-8", html, page.complete() && page.status() == 200);
    }

    static StoredPage file(String type, byte[] content) {
        return new StoredPage(200, type, content.clone(), true);
    }

    /** Whether it may be shown again. */
    boolean isLasting() {
        return lasting;
    }

    /** Bytes held in memory. */
    int weight() {
        return plain.length + (gzip == null ? 0 : gzip.length) + 200;
    }

    /** Answers with the page, or with 304 where the reader has it; {@code caching} is the Cache-Control value. */
    void send(HttpServletRequest request, HttpServletResponse response, String caching) throws IOException {
        boolean compressed = gzip != null && accepts(request.getHeader("Accept-Encoding"));
        String entity = compressed ? tag + "-gz\"" : tag + "\"";
        response.setHeader("Cache-Control", caching);
        if (gzip != null) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (status == 200) {
            response.setHeader("ETag", entity);
            String known = request.getHeader("If-None-Match");
            if (known != null && known.contains(entity)) {
                response.setStatus(304);
                return;
            }
        }
        response.setStatus(status);
        response.setContentType(type);
        byte[] body = compressed ? gzip : plain;
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    private static boolean accepts(String encodings) {
        return encodings != null && encodings.contains("gzip") && !encodings.contains("gzip;q=0");
    }

    private static byte[] compress(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String digest(byte[] content) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            return "\"" + HexFormat.of().formatHex(sum, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
