package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.jutong.sitegroup.ArticleJournal;
import org.jutong.sitegroup.JournalReader;

class JournalReaderTest {

    private final Lines lines = new Lines();
    private Instant now = Instant.parse("2017-07-21T00:22:00Z");
    private final JournalReader reader = new JournalReader(lines, new Turned(), 10);

    @Test
    void linesAreGivenOnceInTheirOrder() {
        lines.put(9, 1);
        lines.put(11, 2);
        lines.put(12, 2);
        lines.put(13, 3);
        assertThat(reader.next(2)).containsExactly(2L);
        assertThat(reader.next(2)).containsExactly(3L);
        assertThat(reader.next(2)).isEmpty();
        assertThat(reader.cursor()).isEqualTo(13);
    }

    @Test
    void whatIsCommittedLateIsFoundAndTheCursorWaitsForIt() {
        lines.put(20, 1);
        assertThat(reader.next(10)).containsExactly(1L);
        assertThat(reader.cursor()).isEqualTo(10);
        lines.put(15, 2);
        assertThat(reader.next(10)).containsExactly(2L);
        assertThat(reader.next(10)).isEmpty();
        lines.put(11, 3);
        lines.put(16, 4);
        lines.put(19, 5);
        assertThat(reader.next(2)).containsExactly(3L, 4L);
        assertThat(reader.next(2)).containsExactly(5L);
        assertThat(reader.cursor()).isEqualTo(11);
        assertThat(new JournalReader(lines, new Turned(), reader.cursor()).next(10))
                .containsExactly(2L, 4L, 5L, 1L);
    }

    @Test
    void aNumberThatNeverComesIsGivenUpAfterTenMinutes() {
        lines.put(20, 1);
        reader.next(10);
        now = now.plus(Duration.ofMinutes(10));
        reader.next(10);
        assertThat(reader.cursor()).isEqualTo(10);
        now = now.plusSeconds(1);
        reader.next(10);
        assertThat(reader.cursor()).isEqualTo(20);
    }

    /** Lines that appear when the test says so. */
    private static final class Lines extends TreeMap<Long, Long> implements ArticleJournal {
        private static final long serialVersionUID = 1L;

        void put(int number, int article) {
            put((long) number, (long) article);
        }

        @Override
        public List<Change> between(long from, long to, int limit) {
            return subMap(from, true, to, true).entrySet().stream()
                    .map(line -> new Change(line.getKey(), line.getValue()))
                    .limit(limit)
                    .toList();
        }

        @Override
        public long settled() {
            return 0;
        }

        @Override
        public boolean reaches(long number) {
            return true;
        }

        @Override
        public List<Published> read(Collection<Long> articles) {
            return List.of();
        }

        @Override
        public List<Published> published(long after, int limit) {
            return List.of();
        }

        @Override
        public long count() {
            return 0;
        }
    }

    private final class Turned extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
