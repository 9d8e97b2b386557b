package org.jutong.sitegroup.internal.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;

/** Times are stored as Beijing wall-clock time, whatever zone the machine is set to. */
@Converter
public class BeijingTime implements AttributeConverter<Instant, Timestamp> {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(BEIJING);

    /** As people read it. */
    static String minute(Instant time) {
        return MINUTE.format(time);
    }

    @Override
    public Timestamp convertToDatabaseColumn(Instant time) {
        return time == null ? null : Timestamp.valueOf(LocalDateTime.ofInstant(time, BEIJING));
    }

    @Override
    public Instant convertToEntityAttribute(Timestamp stored) {
        return stored == null ? null : stored.toLocalDateTime().atZone(BEIJING).toInstant();
    }
}
