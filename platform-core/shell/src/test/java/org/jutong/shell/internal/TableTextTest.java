package org.jutong.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.Table;

class TableTextTest {

    @Test
    void columnsLineUpAlthoughAChineseCharacterTakesTwoPlaces() {
        Table table = Table.of(
                List.of("代码", "名称", "层级"),
                List.of(List.of("5201000001", "贵阳市人民政府", "市"), List.of("5200000001", "Guizhou", "省")));

        assertThat(TableText.lines(table))
                .containsExactly(
                        "代码       │ 名称           │ 层级",
                        "───────────┼────────────────┼─────",
                        "5201000001 │ 贵阳市人民政府 │ 市",
                        "5200000001 │ Guizhou        │ 省");
    }

    @Test
    void aSentenceStandsAlone() {
        assertThat(TableText.lines(Table.sentence("已批准。"))).containsExactly("已批准。");
    }

    @Test
    void aTitleCannotControlTheTerminal() {
        assertThat(TableText.lines(Table.sentence("a\u001b[2Jb\nc\u202ed"))).containsExactly("a [2Jb c d");
    }
}
