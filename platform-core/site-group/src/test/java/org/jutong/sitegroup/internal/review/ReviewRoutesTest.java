package org.jutong.sitegroup.internal.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jutong.sitegroup.ContentClass;
import org.jutong.sitegroup.internal.review.ReviewRoutes.Place;
import org.jutong.sitegroup.internal.review.ReviewRoutes.Stage;

class ReviewRoutesTest {

    @TempDir
    Path folder;

    private static String bundled() throws IOException {
        try (InputStream yaml = ReviewRoutes.class.getResourceAsStream("/JUTONG-INF/review-routes.yaml")) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private ReviewRoutes of(String yaml) throws IOException {
        return new ReviewRoutes(
                Files.writeString(folder.resolve("routes.yaml"), yaml).toString());
    }

    @Test
    void thoseOfAnOperatorTakeThePlaceOfOurs() throws IOException {
        assertThat(new ReviewRoutes("").of(ContentClass.C).stages())
                .extracting(Stage::permission)
                .containsExactly("article.write", "article.review-second", "article.review-final");
        String own =
                bundled().replace("permission: article.write, at: own", "permission: article.publish, at: superior");
        assertThat(of(own).of(ContentClass.C).stages().get(0))
                .extracting(Stage::permission, Stage::at)
                .containsExactly("article.publish", Place.superior);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            permission: article.write, at: own | permission: site.close, at: own | no stage may ask site.close
            permission: article.write, at: own | permission: article.write | does not say where
            permission: article.write, at: own | permission: article.write, at: somewhere | not understood
            '  C:' | '  D:' | not understood
            'zh-CN: 互审, en: Review by another editor' | 'zh-CN: 互审' | no title in zh-CN and en
            """)
    void aWrongFileIsRefusedWithWhatIsWrong(String before, String after, String said) throws IOException {
        String ours = bundled();
        assertThat(ours).contains(before);
        assertThatThrownBy(() -> of(ours.replace(before, after))).hasStackTraceContaining(said);
    }

    @Test
    void oneWithoutAClassOrWithFewerStagesIsRefused() throws IOException {
        String ours = bundled();
        assertThatThrownBy(() -> of(ours.substring(0, ours.indexOf("  C:"))))
                .hasMessageContaining("class C has no route");
        assertThatThrownBy(() -> of(ours.substring(0, ours.lastIndexOf("      - "))))
                .hasMessageContaining("class C has not 3 stages");
        assertThatThrownBy(() -> of("x".repeat(70_000))).hasMessageContaining("64 KiB");
        assertThatThrownBy(() -> new ReviewRoutes(folder.resolve("none").toString()))
                .hasMessageContaining("cannot be read");
    }
}
