package org.jutong.archtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the compiled classes do not show. */
class SourceLawTest {

    @Test
    void no_java_file_is_longer_than_400_lines() {
        assertThat(Sources.java().stream().filter(file -> length(file) > 400).map(Sources::name))
                .as("because a file that long has more than one reason to change")
                .isEmpty();
    }

    @Test
    void half_of_the_java_files_have_80_lines_at_most_and_nine_of_ten_200() {
        List<Long> lengths =
                Sources.java().stream().map(SourceLawTest::length).sorted().toList();
        assertThat(lengths.get(lengths.size() / 2)).as("the median file").isLessThanOrEqualTo(80);
        assertThat(lengths.get(lengths.size() * 9 / 10)).as("nine of ten files").isLessThanOrEqualTo(200);
    }

    @Test
    void nothing_is_left_for_later_and_nobody_signs() {
        Pattern banned = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b|@auth" + "or\\b");
        assertThat(Sources.java().stream()
                        .filter(file -> banned.matcher(Sources.read(file)).find())
                        .map(Sources::name))
                .as("because what is left for later is an issue, and who wrote a line is known to the repository")
                .isEmpty();
    }

    @Test
    void what_was_made_is_named_from_the_foot_of_the_interface() {
        assertThat(Sources.java().stream()
                        .filter(file -> Sources.read(file).contains("created(URI.create(\"/"))
                        .map(Sources::name))
                .as("because CXF puts the interface's own address before the Location, and it would be there twice")
                .isEmpty();
    }

    private static long length(Path file) {
        return Sources.read(file).lines().count();
    }
}
