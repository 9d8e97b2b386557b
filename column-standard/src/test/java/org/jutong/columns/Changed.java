package org.jutong.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A data file of this bundle, changed the way an operator would change it. */
public final class Changed {

    private Changed() {}

    /** The file with pairs of words exchanged; each must be there. */
    public static InputStream file(String name, String... fromTo) {
        try (InputStream in = Changed.class.getResourceAsStream("/JUTONG-INF/standard/" + name + ".json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (int i = 0; i < fromTo.length; i += 2) {
                assertThat(text).contains(fromTo[i]);
                text = text.replace(fromTo[i], fromTo[i + 1]);
            }
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Version 2026.2 with pairs of words exchanged. */
    public static ColumnStandard standard(String... fromTo) {
        return ColumnStandard.read(file("columns-2026.2", fromTo));
    }
}
