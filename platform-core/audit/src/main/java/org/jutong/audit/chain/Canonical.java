package org.jutong.audit.chain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The bytes that are hashed and signed: each field as its length in UTF-8 bytes in decimal digits, a colon, the bytes,
 * and a comma ({@code 3:abc,}). Lengths make the form unambiguous: no fields can be cut differently and give the same
 * bytes.
 */
final class Canonical {

    private Canonical() {}

    static byte[] bytes(List<String> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        for (String field : fields) {
            byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes((utf8.length + ":").getBytes(StandardCharsets.US_ASCII));
            bytes.writeBytes(utf8);
            bytes.write(',');
        }
        return bytes.toByteArray();
    }
}
