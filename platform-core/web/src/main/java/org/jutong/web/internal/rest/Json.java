package org.jutong.web.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jutong.web.internal.door.PlainText;

/** JSON as REST speaks it: RFC 3339 times at +08:00, absent members left out; unknown members and lists with a null are refused. */
final class Json {

    /** Far above what any body of ours has, and far below what would cost more to read than to send. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(50)
            .maxNumberLength(40)
            .maxNameLength(200)
            .maxStringLength(5 * 1024 * 1024)
            .build();

    private Json() {}

    static ObjectMapper mapper() {
        JavaTimeModule times = new JavaTimeModule();
        times.addSerializer(Instant.class, new ChinaTime());
        SimpleModule text = new SimpleModule().addDeserializer(String.class, new StoredText());
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(LIMITS).build())
                .addModules(new Jdk8Module(), times, text)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** A string with a character that no text has is refused, naming its field, before anybody stores it. */
    private static final class StoredText extends StringDeserializer {

        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = super.deserialize(in, context);
            if (text != null && !PlainText.isText(text)) {
                throw JsonMappingException.from(in, "characters that are no text");
            }
            return text;
        }
    }

    private static final class ChinaTime extends StdSerializer<Instant> {

        private static final long serialVersionUID = 1L;

        ChinaTime() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    value.truncatedTo(ChronoUnit.MILLIS).atZone(ZoneId.of("Asia/Shanghai"))));
        }
    }
}
