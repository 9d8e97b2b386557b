package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Versions.Line;
import org.jutong.sitegroup.Versions.Line.Kind;
import org.jutong.sitegroup.Versions.Piece;

class DifferencesTest {

    private static Draft text(String title, String body) {
        return new Draft(title, "来源", "", body, "notices", Optional.empty());
    }

    private static List<Line> changes(String old, String now) {
        return Differences.between(text("题", old), text("题", now)).stream()
                .filter(line -> line.kind() != Kind.SAME)
                .toList();
    }

    @Test
    void whatChangedWithinALineIsMarkedCharacterByCharacter() {
        Line title = Differences.between(text("会议通知", "<p>文</p>"), text("会议通报", "<p>文</p>"))
                .get(0);
        assertThat(title.field()).isEqualTo("title");
        assertThat(title.kind()).isEqualTo(Kind.CHANGED);
        assertThat(title.old()).containsExactly(new Piece("会议通", false), new Piece("知", true));
        assertThat(title.now()).containsExactly(new Piece("会议通", false), new Piece("报", true));
    }

    @Test
    void blocksAreAddedAndRemoved() {
        assertThat(changes("<p>一</p><p>二</p>", "<p>一</p><p>二</p><p>三</p>"))
                .extracting(Line::field, Line::kind)
                .containsExactly(tuple("body", Kind.ADDED));
        assertThat(changes("<ul><li>一</li><li>二</li></ul>", "<ul><li>二</li></ul>"))
                .extracting(Line::kind, line -> line.old().get(0).text())
                .containsExactly(tuple(Kind.REMOVED, "一"));
    }

    @Test
    void aLinkThatLeadsElsewhereIsAChangeAndMarkupStaysText() {
        assertThat(changes("<p><a href=\"https://a.gov.cn/\">链</a></p>", "<p><a href=\"https://b.gov.cn/\">链</a></p>"))
                .hasSize(1);
        assertThat(changes("<p>一</p>", "<p>&lt;script&gt;</p>").get(0).now())
                .extracting(Piece::text)
                .containsExactly("<script>");
        assertThat(changes("<p>一</p>", "<p><strong>一</strong></p>"))
                .extracting(Line::field)
                .containsExactly("markup");
    }
}
