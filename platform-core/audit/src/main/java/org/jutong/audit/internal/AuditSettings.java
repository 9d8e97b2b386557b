package org.jutong.audit.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jutong.audit.chain.HashAlgorithm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be set, by the environment or by a system property.
 *
 * @param algorithm {@code JUTONG_AUDIT_HASH}, {@code jutong.audit.hash}: the hash of new entries, {@code SHA-256}
 *     (the default) or {@code SM3}
 * @param kept {@code JUTONG_AUDIT_DAYS}, {@code jutong.audit.days}: how many days entries stay in the database before
 *     they are archived; at least 183, six months (Cybersecurity Law of the PRC, article 21)
 * @param keys the folder of the keys
 * @param heads {@code JUTONG_AUDIT_HEADS}, {@code jutong.audit.heads}: the folder of the signed heads
 * @param archive {@code JUTONG_AUDIT_ARCHIVE}, {@code jutong.audit.archive}: the folder of the archive
 */
record AuditSettings(HashAlgorithm algorithm, Duration kept, Path keys, Path heads, Path archive) {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSettings.class);
    private static final int LEAST_DAYS = 183;

    /**
     * @param properties answers {@code null} for a property that is not set
     * @throws IllegalArgumentException where a value is none of those that there are
     */
    static AuditSettings of(Map<String, String> environment, UnaryOperator<String> properties) {
        Path folder = Path.of(set(properties.apply("jutong.data"), "data"))
                .toAbsolutePath()
                .resolve("audit");
        UnaryOperator<String> values = name -> set(
                environment.get("JUTONG_AUDIT_" + name.toUpperCase(Locale.ROOT)),
                set(properties.apply("jutong.audit." + name), ""));
        String hash = set(values.apply("hash"), HashAlgorithm.SHA_256.id());
        return new AuditSettings(
                HashAlgorithm.of(hash)
                        .orElseThrow(
                                () -> new IllegalArgumentException("JUTONG_AUDIT_HASH is SHA-256 or SM3, not " + hash)),
                Duration.ofDays(days(set(values.apply("days"), "" + LEAST_DAYS))),
                folder.resolve("keys"),
                folder.resolve(set(values.apply("heads"), "heads")),
                folder.resolve(set(values.apply("archive"), "archive")));
    }

    private static int days(String text) {
        try {
            int days = Integer.parseInt(text);
            if (days < LEAST_DAYS) {
                LOG.warn("JUTONG_AUDIT_DAYS is {}, but audit entries are kept {} days at least", days, LEAST_DAYS);
            }
            return Math.max(LEAST_DAYS, days);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("JUTONG_AUDIT_DAYS is a number of days, not " + text, e);
        }
    }

    private static String set(String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value.trim();
    }
}
