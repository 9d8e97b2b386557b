package org.jutong.archtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The third party's plugin shows how little a plugin needs. */
class ExampleTest {

    private static final Path POLL = Path.of("../../examples/poll-plugin");

    @Test
    void thePollIsTenFilesAndFourHundredLinesAtMost() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(POLL)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !POLL.relativize(file).startsWith("target"))
                    .toList();
        }
        int lines = 0;
        for (Path file : files) {
            lines += Files.readAllLines(file).size();
        }
        assertThat(files).isNotEmpty().hasSizeLessThanOrEqualTo(10);
        assertThat(lines).isLessThanOrEqualTo(400);
    }
}
