package org.jutong.sitegroup.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.ColumnsGroup.CITY;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;
import static org.jutong.sitegroup.internal.ColumnsGroup.PROVINCE;
import static org.jutong.sitegroup.internal.ColumnsGroup.READER;
import static org.jutong.sitegroup.internal.Refusals.refusal;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Action;
import org.jutong.columns.ColumnStandard;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Reading;
import org.jutong.sitegroup.SiteKind;
import org.jutong.sitegroup.Sites.NewSite;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.SiteGroup;
import org.jutong.sitegroup.internal.SiteMemory;

@ParameterizedClass
@EnumSource
class OwnColumnsTest {

    private static final String NEWS = "工作动态";

    @Parameter
    Database database;

    private ColumnsGroup group;
    private OwnColumns own;

    @BeforeEach
    void open() {
        group = new ColumnsGroup(database);
        own = new OwnColumns(
                group.store,
                group.standards,
                group.memory,
                SiteGroup.AUTHORITY,
                group.recorded::add,
                group.changed::addAll);
    }

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void aSiteAddsAColumnWhereTheStandardLetsIt() {
        Column added =
                own.add(OPERATOR, CITY, new ColumnRequest("big-data", "大数据", "news", NEWS, "P14D", 2, null, "数据,云"));
        assertThat(keys(CITY, "news")).startsWith("local-news", "big-data", "departments");
        assertThat(added.clock()).contains(Period.ofDays(14));
        assertThat(added.description()).isEqualTo("大数据");
        assertThat(added.keywords()).isEqualTo("数据,云");
        assertThat(new SiteMemory(group.store).now().columns(CITY)).isEqualTo(group.sites.of(CITY));
        assertThat(group.recorded).extracting(e -> e.action()).contains(Action.COLUMN_CHANGE);
        assertThat(group.changed).contains(CITY);
        assertThat(group.sites.find(PROVINCE, "big-data")).isEmpty();

        Room room = own.room(OPERATOR, CITY);
        assertThat(room.columns().stream().filter(room::isOwn)).containsExactly(added);
        assertThat(room.places().stream().filter(place -> place.rule().below().equals(Optional.of("news"))))
                .extracting(Room.Place::taken)
                .containsExactly(1L);
        Article article = group.published(CITY, "big-data", "云上贵州");
        assertThat(ids(CITY, "news")).containsExactly(article.id());
    }

    @Test
    void ordersAndPlacesChangeAndColumnsOfTheStandardStayWhereTheyAre() {
        List<Column> standard = group.sites.of(CITY);
        for (String key : List.of("a", "b", "c", "d", "e")) {
            own.add(OPERATOR, CITY, request(key, key, "news", NEWS, 1));
        }
        assertThat(keys(CITY, "news")).startsWith("e", "d", "c", "b", "a", "local-news");
        own.change(OPERATOR, CITY, "a", place(null, 1));
        own.change(OPERATOR, CITY, "e", place(null, 99));
        assertThat(keys(CITY, "news"))
                .startsWith("a", "d", "c", "b", "local-news")
                .endsWith("e");
        own.change(OPERATOR, CITY, "c", place("", 2));
        assertThat(keys(CITY, null).subList(0, 3)).containsExactly("news", "c", "open");
        assertThat(keys(CITY, "news")).startsWith("a", "d", "b", "local-news");
        assertThat(group.sites.of(CITY)).containsAll(standard);
        assertThat(new SiteMemory(group.store).now().columns(CITY)).isEqualTo(group.sites.of(CITY));
    }

    @Test
    void aRenamedColumnKeepsArticlesAddressAndRights() {
        own.add(OPERATOR, CITY, request("cloud", "云", "news", NEWS, null));
        Article article = group.published(CITY, "cloud", "上云");
        own.change(OPERATOR, CITY, "cloud", new ColumnRequest("bigdata", "数据", null, null, null, null, null, null));
        own.change(OPERATOR, CITY, "bigdata", new ColumnRequest("big-data", null, null, null, null, null, null, null));
        assertThat(group.sites.find(CITY, "cloud")).isEmpty();
        assertThat(group.sites.current(CITY, "cloud")).map(Column::key).contains("big-data");
        assertThat(ids(CITY, "big-data")).containsExactly(article.id());
        assertThat(group.articles.get(OPERATOR, article.id()).column()).isEqualTo("big-data");
        assertThat(group.memory.columnPath(CITY, "big-data")).containsExactly("big-data", "bigdata", "cloud", "news");
        SiteMemory other = new SiteMemory(group.store);
        assertThat(other.now().currentColumn(CITY, "cloud")).isEqualTo(group.sites.find(CITY, "big-data"));
        assertThat(other.columnPath(CITY, "cloud"))
                .as("a former key gives no place to a new grant")
                .isEmpty();
        assertThat(refusal(() -> own.add(OPERATOR, CITY, request("cloud", "新云", "news", NEWS, null))))
                .isEqualTo("column_key_taken");

        own.change(OPERATOR, CITY, "big-data", new ColumnRequest("cloud", "云", null, null, null, null, null, null));
        assertThat(group.memory.columnPath(CITY, "cloud")).containsExactly("cloud", "big-data", "bigdata", "news");
        assertThat(group.sites.current(CITY, "big-data")).map(Column::key).contains("cloud");
        assertThat(group.sites.find(CITY, "cloud").orElseThrow().description()).isEqualTo("云");
    }

    @Test
    void aCorrectionThatIsUnderWayFollowsARenamedColumn() {
        own.add(OPERATOR, CITY, request("cloud", "云", "news", NEWS, null));
        Article article = group.published(CITY, "cloud", "上云");
        Draft corrected = new Draft("上云（更正）", "来源", "", "<p>文</p>", "cloud", Optional.empty());
        group.articles.revise(OPERATOR, article.id(), article.version(), corrected);
        own.change(OPERATOR, CITY, "cloud", new ColumnRequest("big-data", null, null, null, null, null, null, null));
        assertThat(group.articles.get(OPERATOR, article.id()).column()).isEqualTo("big-data");
        assertThat(group.desk.publish(OPERATOR, article.id()).title()).isEqualTo("上云（更正）");
        assertThat(ids(CITY, "big-data")).containsExactly(article.id());
    }

    @Test
    void noColumnGoesWithItsArticlesUnlessAnotherTakesThem() {
        own.add(OPERATOR, CITY, request("cloud", "云", "news", NEWS, null));
        Article article = group.published(CITY, "cloud", "上云");
        assertThat(refusal(() -> own.remove(OPERATOR, CITY, "cloud", Optional.empty())))
                .isEqualTo("column_has_articles");
        assertThat(refusal(() -> own.remove(OPERATOR, CITY, "cloud", Optional.of("cloud"))))
                .isEqualTo("column_target_not_found");
        assertThat(refusal(() -> own.remove(OPERATOR, CITY, "cloud", Optional.of("none"))))
                .isEqualTo("column_target_not_found");
        own.remove(OPERATOR, CITY, "cloud", Optional.of("meetings"));
        assertThat(ids(CITY, "meetings")).containsExactly(article.id());
        assertThat(group.sites.current(CITY, "cloud")).map(Column::key).contains("meetings");
        assertThat(group.memory.columnPath(CITY, "meetings"))
                .as("rights in a removed column are none in the other")
                .containsExactly("meetings", "news");

        own.add(OPERATOR, CITY, request("empty", "空", "news", NEWS, null));
        own.remove(OPERATOR, CITY, "empty", Optional.empty());
        assertThat(group.sites.current(CITY, "empty")).map(Column::key).contains("news");
        own.add(OPERATOR, CITY, request("empty", "又空", "news", NEWS, null));
        assertThat(group.sites.find(CITY, "empty")).map(Column::name).contains("又空");
    }

    @Test
    void whatTheStandardDoesNotAllowIsRefusedAndNothingChanges() {
        own.add(OPERATOR, CITY, request("first", "专题", "", NEWS, null));
        List<Column> before = group.sites.of(CITY);
        assertThat(added("x", "first", NEWS)).isEqualTo("column_place_not_allowed");
        assertThat(added("x", "meetings", NEWS)).isEqualTo("column_too_deep");
        assertThat(added("x", "none", NEWS)).isEqualTo("column_above_not_found");
        assertThat(added("x", "x", NEWS)).isEqualTo("column_above_not_found");
        assertThat(added("x", "news", "政策文件")).isEqualTo("column_type_not_allowed");
        assertThat(added("first", "news", NEWS)).isEqualTo("column_exists");
        assertThat(added("meetings", "news", NEWS)).isEqualTo("column_key_of_standard");
        assertThat(added("service-statistics", "news", NEWS))
                .as("a key of a version to come")
                .isEqualTo("column_key_of_standard");
        assertThat(added("work-news", "news", NEWS))
                .as("a department has it, a city may")
                .isEqualTo("added");
        own.remove(OPERATOR, CITY, "work-news", Optional.empty());
        assertThat(added("X", "news", NEWS)).isEqualTo("column_key_invalid");
        assertThat(added(null, "news", NEWS)).isEqualTo("column_key_invalid");
        assertThat(changed("first", place("first", null))).isEqualTo("column_cycle");
        assertThat(changed("first", place("meetings", null))).isEqualTo("column_too_deep");
        assertThat(changed("first", place(null, 0))).isEqualTo("position_invalid");
        assertThat(changed("news", place(null, 1))).isEqualTo("column_of_standard");
        assertThat(changed("none", place(null, 1))).isEqualTo("column_not_found");
        assertThat(changed("first", new ColumnRequest("news", null, null, null, null, null, null, null)))
                .isEqualTo("column_key_of_standard");
        assertThat(changed("first", new ColumnRequest(null, " ", null, null, null, null, null, null)))
                .isEqualTo("title_missing");
        assertThat(changed("first", new ColumnRequest(null, null, null, null, "P3D", null, null, null)))
                .isEqualTo("clock_unknown");
        assertThat(refusal(() -> own.remove(OPERATOR, CITY, "meetings", Optional.empty())))
                .isEqualTo("column_of_standard");
        assertThat(refusal(() -> own.add(READER, CITY, request("x", "X", "news", NEWS, null))))
                .isEqualTo("forbidden");
        assertThat(refusal(() -> own.change(READER, CITY, "first", place(null, 1))))
                .isEqualTo("forbidden");
        assertThat(refusal(() -> own.remove(READER, CITY, "first", Optional.empty())))
                .isEqualTo("forbidden");
        assertThat(refusal(() -> own.room(READER, CITY))).isEqualTo("forbidden");
        assertThat(group.sites.of(CITY)).isEqualTo(before);
        assertThat(new SiteMemory(group.store).now().columns(CITY)).isEqualTo(before);
    }

    @Test
    void noColumnComesBelowOneThatIsBelowIt() {
        Column above = new Column(CITY, "above", "上", Optional.empty(), NEWS, "上", "上");
        Column below = new Column(CITY, "below", "下", Optional.of("above"), NEWS, "下", "下");
        Room room = new Room(ColumnStandard.load(), "prefecture", List.of(above, below));
        Column moved = new Column(CITY, "above", "上", Optional.of("below"), NEWS, "上", "上");
        assertThat(refusal(() -> room.check(moved))).isEqualTo("column_cycle");
    }

    @Test
    void noMoreThanTheStandardAllows() {
        for (String key : List.of("a", "b", "c")) {
            own.add(OPERATOR, CITY, request(key, key, "dialogue", "征集调查", null));
        }
        assertThat(refusal(() -> own.add(OPERATOR, CITY, request("d", "d", "dialogue", "征集调查", null))))
                .isEqualTo("column_place_full");
        own.change(OPERATOR, CITY, "a", place(null, 3));
        own.change(OPERATOR, CITY, "b", new ColumnRequest(null, null, null, "在线访谈", "", null, null, null));
        own.remove(OPERATOR, CITY, "a", Optional.empty());
        assertThat(own.add(OPERATOR, CITY, request("d", "d", "dialogue", "征集调查", null))
                        .parent())
                .contains("dialogue");
    }

    @Test
    void aDepartmentHasTheColumnsOfDepartmentsAndTheRoomThatTheStandardLeavesThem() {
        SiteCode bureau = new SiteCode("5201000002");
        group.sites.register(
                OPERATOR,
                new NewSite(
                        bureau,
                        "贵阳市教育局",
                        Level.PREFECTURE,
                        "520100",
                        "贵阳市",
                        Optional.of(CITY),
                        "blue",
                        SiteKind.DEPARTMENT));
        assertThat(keys(bureau, "news")).containsExactly("work-news", "grassroots", "notices");
        assertThat(keys(bureau, null)).containsExactly("news", "open", "services", "dialogue");
        own.add(OPERATOR, bureau, request("schools", "学校", "news", NEWS, null));
        assertThat(keys(bureau, "news")).endsWith("schools");
        assertThat(refusal(() -> own.add(OPERATOR, bureau, request("x", "X", "about", "概况信息", null))))
                .isEqualTo("column_above_not_found");
        assertThat(own.room(OPERATOR, bureau).places())
                .extracting(place -> place.rule().below().orElse(""))
                .containsExactlyInAnyOrder("news", "open", "services", "dialogue", "");
    }

    private String added(String key, String parent, String type) {
        return outcome(() -> own.add(OPERATOR, CITY, request(key, "栏目", parent, type, null)));
    }

    private String changed(String key, ColumnRequest asked) {
        return refusal(() -> own.change(OPERATOR, CITY, key, asked));
    }

    private static String outcome(Runnable work) {
        try {
            work.run();
            return "added";
        } catch (Problem refused) {
            return refused.code();
        }
    }

    private static ColumnRequest request(String key, String title, String parent, String type, Integer position) {
        return new ColumnRequest(key, title, parent, type, null, position, null, null);
    }

    private static ColumnRequest place(String parent, Integer position) {
        return new ColumnRequest(null, null, parent, null, null, position, null, null);
    }

    private List<String> keys(SiteCode site, String parent) {
        return group.sites.of(site).stream()
                .filter(c -> c.parent().equals(Optional.ofNullable(parent)))
                .map(Column::key)
                .toList();
    }

    private List<Long> ids(SiteCode site, String column) {
        return group.reading.latest(site, column, 0, 50).stream()
                .map(Reading.Entry::id)
                .toList();
    }
}
