package org.jutong.sitegroup.internal.life;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The file {@code life.yaml}.
 *
 * @param noticeColumn the key of the column that notices are published in
 */
record LifeRules(
        TemporaryClosure temporaryClosure, ClosureNotice closureNotice, FilingShapes filing, String noticeColumn) {

    record TemporaryClosure(int mostDays, int mostPerYear, String source, String mark) {}

    record ClosureNotice(int days, String source, String mark) {}

    record FilingShapes(List<String> required, String icp, String police, String emblem, String source, String mark) {}

    static LifeRules load() {
        try (InputStream yaml = LifeRules.class.getResourceAsStream("/JUTONG-INF/life.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(yaml, LifeRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException("life.yaml cannot be read", e);
        }
    }
}
