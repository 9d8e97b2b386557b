package org.jutong.archtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever keeps data about people tells them who looks. */
class PersonalDataLawTest {

    private static final String DESCRIPTOR = "src/main/resources/JUTONG-INF/plugin.yaml";
    private static final Pattern PERSONAL = Pattern.compile("(?m)^ +personal: *true$");
    private static final Pattern REPORT = Pattern.compile("\\.shown\\(\\s*\\w+,");

    @Test
    void a_plugin_that_keeps_personal_data_reports_when_it_is_shown() {
        List<Path> keepers = Sources.bundles().stream()
                .filter(module -> Files.exists(module.resolve(DESCRIPTOR)))
                .filter(module -> PERSONAL.matcher(Sources.read(module.resolve(DESCRIPTOR)))
                        .find())
                .toList();

        assertThat(keepers)
                .isNotEmpty()
                .allSatisfy(module -> assertThat(Sources.mainJava(module))
                        .as(
                                "%s says data.personal: true, so people must see who was shown what is about them",
                                Sources.name(module))
                        .anyMatch(PersonalDataLawTest::reports));
    }

    private static boolean reports(Path file) {
        String source = Sources.read(file);
        return source.contains("import org.jutong.plugin.PersonalData;")
                && REPORT.matcher(source).find();
    }
}
