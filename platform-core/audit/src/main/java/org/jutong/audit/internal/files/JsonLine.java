package org.jutong.audit.internal.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A flat JSON object on one line: names with texts and whole numbers. */
final class JsonLine {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, Object> values;

    private JsonLine(Map<String, Object> values) {
        this.values = values;
    }

    static JsonLine empty() {
        return new JsonLine(new LinkedHashMap<>());
    }

    /** @throws IllegalArgumentException where the line is none */
    static JsonLine parse(String line) {
        Map<String, Object> values = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                expect(value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT);
                values.put(name, value == JsonToken.VALUE_STRING ? parser.getText() : (Object) parser.getLongValue());
            }
            expect(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a line of JSON", e);
        }
        return new JsonLine(values);
    }

    JsonLine put(String name, String value) {
        values.put(name, value);
        return this;
    }

    JsonLine put(String name, long value) {
        values.put(name, value);
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        expect(values.get(name) instanceof String);
        return (String) values.get(name);
    }

    long number(String name) {
        expect(values.get(name) instanceof Long);
        return (Long) values.get(name);
    }

    @Override
    public String toString() {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            generator.writeStartObject();
            for (Map.Entry<String, Object> value : values.entrySet()) {
                if (value.getValue() instanceof Long number) {
                    generator.writeNumberField(value.getKey(), number);
                } else {
                    generator.writeStringField(value.getKey(), (String) value.getValue());
                }
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void expect(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("Not a line of the audit");
        }
    }
}
