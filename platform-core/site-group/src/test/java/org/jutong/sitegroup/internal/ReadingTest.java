package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.SiteGroup.CITY;
import static org.jutong.sitegroup.internal.SiteGroup.OPERATOR;
import static org.jutong.sitegroup.internal.SiteGroup.PROVINCE;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Reading.Entry;
import org.jutong.sitegroup.Reading.Placed;

@ParameterizedClass
@EnumSource
class ReadingTest {

    @Parameter
    Database database;

    private SiteGroup group;

    @BeforeEach
    void open() {
        group = new SiteGroup(database);
        publish("一", "notices", 1);
        publish("二", "notices", 2);
        publish("三", "notices", 3);
        publish("同时", "notices", 3);
        publish("政策", "policies", 9);
    }

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void aColumnIsReadNewestFirstAndPageByPage() {
        assertThat(titles(group.reading.latest(PROVINCE, "notices", 0, 3))).containsExactly("同时", "三", "二");
        assertThat(titles(group.reading.latest(PROVINCE, "notices", 3, 3))).containsExactly("一");
        assertThat(group.reading.count(PROVINCE, "notices")).isEqualTo(4);
        assertThat(group.reading.latest(CITY, "notices", 0, 3)).isEmpty();
    }

    @Test
    void everyPageOfAListIsTheSameFromWhicheverEndItIsRead() {
        for (int i = 0; i < 7; i++) {
            publish("会议" + i, "meetings", i % 3);
        }
        for (String column : List.of("notices", "meetings")) {
            List<Entry> all = group.reading.latest(PROVINCE, column, 0, 50);
            assertThat(all).hasSize(group.reading.count(PROVINCE, column));
            for (int offset = 0; offset <= all.size() + 1; offset++) {
                for (int limit = 1; limit <= 4; limit++) {
                    assertThat(group.reading.latest(PROVINCE, column, offset, limit))
                            .as(column + " " + offset + " " + limit)
                            .isEqualTo(all.stream().skip(offset).limit(limit).toList());
                }
            }
        }
    }

    @Test
    void aFirstLevelColumnListsThoseBelowItInOneOrder() {
        String above =
                group.sites.find(PROVINCE, "notices").orElseThrow().parent().orElseThrow();
        List<Entry> all = group.reading.latest(PROVINCE, above, 0, 50);
        assertThat(all)
                .isSortedAccordingTo(Comparator.comparing(Entry::published)
                        .thenComparing(Entry::id)
                        .reversed());
        assertThat(all).hasSize(group.reading.count(PROVINCE, above)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(group.reading.latest(PROVINCE, above, all.size() - 1, 20)).containsExactly(all.get(all.size() - 1));
    }

    @Test
    void aCountIsNeverOlderThanTheQuestion() {
        SiteReading otherNode = new SiteReading(group.database.store(), group.sites, Clock.systemUTC());
        assertThat(otherNode.count(PROVINCE, "notices")).isEqualTo(4);
        publish("五", "notices", 5);
        assertThat(otherNode.count(PROVINCE, "notices")).isEqualTo(5);
        assertThat(group.reading.count(PROVINCE, "notices")).isEqualTo(5);
        long id = otherNode.latest(PROVINCE, "notices", 0, 1).get(0).id();
        group.articles.withdraw(OPERATOR, id, "有误");
        assertThat(otherNode.count(PROVINCE, "notices")).isEqualTo(4);
        group.pushes.push(
                OPERATOR,
                otherNode.latest(PROVINCE, "notices", 0, 1).get(0).id(),
                CITY,
                Optional.empty(),
                Optional.empty());
        assertThat(otherNode.count(CITY, "notices")).isEqualTo(1);
    }

    @Test
    void theHomePageReadsTheNewestOfEachColumnAtOnce() {
        Map<String, List<Entry>> newest = group.reading.latestByColumn(PROVINCE, 2);
        assertThat(newest).containsOnlyKeys("notices", "policies");
        assertThat(titles(newest.get("notices"))).containsExactly("同时", "三");
        assertThat(newest.get("policies").get(0))
                .isEqualTo(group.reading.latest(PROVINCE, "policies", 0, 1).get(0));
        assertThat(group.reading.latestByColumn(CITY, 2)).isEmpty();
    }

    @Test
    void anArticleKnowsItsNeighboursInTheColumn() {
        List<Entry> column = group.reading.latest(PROVINCE, "notices", 0, 10);
        for (int i = 0; i < column.size(); i++) {
            Placed placed = group.reading.article(PROVINCE, column.get(i).id()).orElseThrow();
            assertThat(placed.previous()).isEqualTo(i == 0 ? Optional.empty() : Optional.of(column.get(i - 1)));
            assertThat(placed.next())
                    .isEqualTo(i + 1 == column.size() ? Optional.empty() : Optional.of(column.get(i + 1)));
            assertThat(placed.column().key()).isEqualTo("notices");
        }
    }

    private void publish(String title, String column, int day) {
        Draft draft =
                new Draft(title, "来源", "", "<p>文</p>", column, Optional.of(SiteGroup.NOW.plusSeconds(86_400L * day)));
        group.desk.publish(
                OPERATOR, group.articles.write(OPERATOR, PROVINCE, draft).id());
    }

    private static List<String> titles(List<Entry> entries) {
        return entries.stream().map(Entry::title).toList();
    }
}
