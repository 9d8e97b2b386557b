package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes that are put together from a field's name, which a search of the sources cannot find. */
class TextsTest {

    @ParameterizedTest
    @CsvSource({"name", "region_name", "title", "source", "column", "document_number", "index_number", "subject_class"})
    void everyTextFieldHasItsRefusalsInWords(String field) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = TextsTest.class.getResourceAsStream("/JUTONG-INF/texts/zh-CN.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        for (String end : new String[] {"_missing", "_too_long", "_invalid"}) {
            assertThat(texts.stringPropertyNames()).contains("problem." + field + end);
        }
    }
}
