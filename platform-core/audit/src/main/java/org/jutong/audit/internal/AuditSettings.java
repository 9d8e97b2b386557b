package org.jutong.audit.internal;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jutong.audit.chain.HashAlgorithm;

/**
 * What can be set, by the environment or by a system property.
 *
 * @param algorithm {@code JUTONG_AUDIT_HASH} or {@code jutong.audit.hash}: the hash of new entries, {@code SHA-256}
 *     (the default) or {@code SM3}
 */
record AuditSettings(HashAlgorithm algorithm) {

    /** @throws IllegalArgumentException where a value is none of those that there are */
    static AuditSettings of(Map<String, String> environment, UnaryOperator<String> properties) {
        String hash = set(environment.get("JUTONG_AUDIT_HASH"), set(properties.apply("jutong.audit.hash"), "SHA-256"));
        return new AuditSettings(HashAlgorithm.of(hash)
                .orElseThrow(() -> new IllegalArgumentException("JUTONG_AUDIT_HASH is SHA-256 or SM3, not " + hash)));
    }

    private static String set(String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value.trim();
    }
}
