package org.jutong.columns.internal;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jutong.columns.StandardFault;

/** Reads a data file and refuses whatever it does not understand, because a typo would vanish silently. */
public final class DataFile {

    /** The largest file that is read; ours have 20 kB. */
    static final int MOST_BYTES = 1 << 20;

    private static final Pattern VERSION = Pattern.compile("\\d{4}(\\.\\d{1,3}){1,2}");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .withCoercionConfig(
                    LogicalType.Textual,
                    c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private DataFile() {}

    /**
     * A data file of this bundle.
     *
     * @param name its name below {@code JUTONG-INF/standard/}, without the ending
     * @throws StandardFault {@code standard_not_found}, or what is wrong with it
     */
    public static <T> T ofBundle(String name, Class<T> type) {
        try (InputStream in = DataFile.class.getResourceAsStream("/JUTONG-INF/standard/" + name + ".json")) {
            if (in == null) {
                throw new StandardFault("standard_not_found", "", name);
            }
            return read(in, type);
        } catch (IOException e) {
            throw unreadable("", e);
        }
    }

    /**
     * A data file; the stream is not closed.
     *
     * @throws StandardFault with the place of what is wrong
     */
    public static <T> T read(InputStream in, Class<T> type) {
        try {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new StandardFault("standard_too_large", "", String.valueOf(MOST_BYTES));
            }
            T read = JSON.readValue(new ByteArrayInputStream(bytes), type);
            complete(read, "");
            return read;
        } catch (UnrecognizedPropertyException e) {
            throw new StandardFault("standard_unknown_key", place(e), e.getPropertyName());
        } catch (JsonParseException e) {
            throw unreadable("", e);
        } catch (JsonMappingException e) {
            throw e.getCause() instanceof JsonParseException parse
                    ? unreadable(place(e), parse)
                    : new StandardFault("standard_wrong_type", place(e), line(e));
        } catch (IOException e) {
            throw unreadable("", e);
        }
    }

    /**
     * What an operator put in place of a file of this bundle: the file that the variable names, or the one in the bundle.
     *
     * @throws UncheckedIOException where it cannot be read
     */
    public static <T> T configured(
            Map<String, String> environment, String variable, Function<InputStream, T> read, Supplier<T> otherwise) {
        String file = environment.getOrDefault(variable, "");
        if (file.isBlank()) {
            return otherwise.get();
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return read.apply(in);
        } catch (IOException e) {
            throw new UncheckedIOException(variable + "=" + file + " cannot be read", e);
        }
    }

    /** Refuses a version that is not like {@code 2026.1} or {@code 2026.1.1}. */
    public static String version(String text) {
        check(VERSION.matcher(text).matches(), "standard_version_invalid", "version", text);
        return text;
    }

    /**
     * A period such as {@code P14D} or {@code P6M}.
     *
     * @throws StandardFault {@code standard_period_invalid} where it is none, or not longer than nothing
     */
    public static Period period(String text, String where) {
        try {
            Period period = Period.parse(text);
            if (!period.isZero() && !period.isNegative()) {
                return period;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new StandardFault("standard_period_invalid", where, text);
    }

    /** A day as {@code YYYY-MM-DD}; {@code standard_date_invalid} where it is none. */
    public static LocalDate date(String text, String where) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new StandardFault("standard_date_invalid", where, text);
        }
    }

    /** What a name in the file stands for; {@code standard_dangling} where nothing has this name. */
    public static <T> T resolve(Map<String, T> all, String name, String where) {
        T found = all.get(name);
        check(found != null, "standard_dangling", where, name);
        return found;
    }

    /** Refuses the file unless the condition holds. */
    public static void check(boolean holds, String code, String where, String value) {
        if (!holds) {
            throw new StandardFault(code, where, value);
        }
    }

    private static void complete(Object value, String where) {
        check(value != null, "standard_missing", where, "");
        if (value instanceof Record row) {
            for (RecordComponent part : row.getClass().getRecordComponents()) {
                Object inner = valueOf(part, row);
                if (inner != null || !part.isAnnotationPresent(Maybe.class)) {
                    complete(inner, where.isEmpty() ? part.getName() : where + "." + part.getName());
                }
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                complete(list.get(i), where + "[" + i + "]");
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> complete(inner, where + "." + key));
        } else if (value instanceof String text) {
            check(!text.isBlank(), "standard_missing", where, "");
        }
    }

    private static Object valueOf(RecordComponent part, Record row) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(JsonMappingException e) {
        StringBuilder place = new StringBuilder();
        e.getPath()
                .forEach(step -> place.append(
                        step.getFieldName() == null
                                ? "[" + step.getIndex() + "]"
                                : (place.length() == 0 ? "" : ".") + step.getFieldName()));
        return place.toString();
    }

    /** The parser's own words name classes of ours, and are no use to whoever wrote the file. */
    private static String line(IOException e) {
        return e instanceof JsonProcessingException json && json.getLocation() != null
                ? String.valueOf(json.getLocation().getLineNr())
                : "?";
    }

    private static StandardFault unreadable(String where, IOException e) {
        return new StandardFault("standard_unreadable", where, line(e));
    }
}
