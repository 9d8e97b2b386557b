package org.jutong.sitegroup.internal.importing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jutong.plugin.Problem;

/** Mappings in files. */
public final class Mappings {

    private static final int LARGEST = 1 << 20;
    private static final TypeReference<Map<String, Object>> KEYS = new TypeReference<>() {};

    private Mappings() {}

    /** @throws Problem {@code mapping_not_json} (400) */
    public static Map<String, Object> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new ObjectMapper().readValue(in.readNBytes(LARGEST), KEYS);
        } catch (JacksonException e) {
            throw Problem.invalid("mapping_not_json", "mapping");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
