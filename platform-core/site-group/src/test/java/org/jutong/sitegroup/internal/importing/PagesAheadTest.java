package org.jutong.sitegroup.internal.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.internal.importing.PagesAhead.Read;

class PagesAheadTest {

    private static final List<String> PATHS =
            IntStream.range(0, 250).mapToObj(i -> "%03d.html".formatted(i)).toList();

    @Test
    void smallPagesComeAHundredAtATimeAndInTheirOrder() {
        assertThat(lots(1)).containsExactly(100, 100, 50);
    }

    @Test
    void largePagesComeInSmallLotsAndOneThatIsTooLargeAlone() {
        assertThat(lots(5 << 20)).hasSize(125).containsOnly(2);
        assertThat(lots(9 << 20)).hasSize(250).containsOnly(1);
    }

    private static List<Integer> lots(long size) {
        List<Integer> lots = new ArrayList<>();
        List<String> read = new ArrayList<>();
        try (PagesAhead ahead =
                new PagesAhead(PATHS, path -> size, path -> Read.refused(path, Problem.of(400, "page_left_out")))) {
            for (List<Read> lot = ahead.next(); !lot.isEmpty(); lot = ahead.next()) {
                lots.add(lot.size());
                lot.forEach(page -> read.add(page.path()));
            }
        }
        assertThat(read).isEqualTo(PATHS);
        return lots;
    }
}
