package org.jutong.sitegroup.internal.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.ColumnsGroup.CITY;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;
import static org.jutong.sitegroup.internal.Refusals.refusal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.columns.ColumnStandard;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.Follower;
import org.jutong.sitegroup.internal.SiteGroup;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.columns.ColumnRequest;
import org.jutong.sitegroup.internal.columns.OwnColumns;

/** What goes along with a column that another version of the standard changes: address, rights, words, own columns. */
@ParameterizedClass
@EnumSource
class MigratedColumnsTest {

    private static final String VERSION = "2026.3";

    @Parameter
    Database database;

    private ColumnsGroup group;
    private SiteStandards sites;
    private OwnColumns own;

    @BeforeEach
    void open() throws IOException {
        group = new ColumnsGroup(database);
        sites = new SiteStandards(
                group.store,
                group.standards,
                group.memory,
                group.tasks,
                SiteGroup.AUTHORITY,
                group.recorded::add,
                group.changed::addAll,
                group.clock);
        own = new OwnColumns(
                group.store,
                group.standards,
                group.memory,
                SiteGroup.AUTHORITY,
                group.recorded::add,
                group.changed::addAll);
        group.standards.add(OPERATOR, version());
    }

    @AfterEach
    void close() {
        group.close();
    }

    /** One that calls the column of meetings otherwise, words notices otherwise, and has a first-level column of topics. */
    private static String version() throws IOException {
        try (InputStream in = ColumnStandard.class.getResourceAsStream("/JUTONG-INF/standard/columns-2026.2.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"version\": \"2026.2\"", "\"version\": \"" + VERSION + "\"")
                    .replace("\"key\": \"meetings\"", "\"key\": \"conferences\", \"replaces\": [\"meetings\"]")
                    .replace("发布需要公众知晓的通知和公告", "通知都在这里")
                    .replace(
                            "\"local\": [",
                            "\"local\": [{\"below\": \"topics\", \"levels\": [\"prefecture\"], \"atMost\": 3,"
                                    + " \"types\": [\"工作动态\"], \"basis\": \"local\"},")
                    .replace(
                            "\"columns\": [",
                            "\"columns\": [{\"key\": \"topics\", \"name\": \"专题\", \"type\": \"工作动态\","
                                    + " \"levels\": [\"prefecture\"], \"basis\": \"local\","
                                    + " \"description\": \"专题\", \"keywords\": \"专题\"},");
        }
    }

    @Test
    void addressesRightsAndWordsFollowAVersionAndTheWayBack() {
        Article article = group.published(CITY, "meetings", "会议");
        String before = column("notices").description();
        Follower follower = new Follower(group.store);
        sites.migrate(OPERATOR, CITY, VERSION, "按新标准");
        assertThat(group.sites.find(CITY, "meetings")).isEmpty();
        assertThat(group.sites.current(CITY, "meetings")).map(Column::key).contains("conferences");
        assertThat(group.sites.current(CITY, "divisions")).map(Column::key).contains("overview");
        assertThat(group.memory.columnPath(CITY, "conferences")).containsExactly("conferences", "meetings", "news");
        assertThat(group.memory.columnPath(CITY, "overview"))
                .as("a merger gives nobody more rights")
                .containsExactly("overview", "about");
        assertThat(group.articles.get(OPERATOR, article.id()).column()).isEqualTo("conferences");
        assertThat(follower.follow()).containsExactly(article.id());
        assertThat(follower.copy()).isEqualTo(follower.truth());
        assertThat(column("notices").description()).isEqualTo("通知都在这里");
        assertThat(new SiteMemory(group.store).now().columns(CITY)).isEqualTo(group.sites.of(CITY));

        sites.rollBack(OPERATOR, CITY, "撤回");
        assertThat(group.sites.current(CITY, "conferences")).map(Column::key).contains("meetings");
        assertThat(group.memory.columnPath(CITY, "meetings")).containsExactly("meetings", "conferences", "news");
        assertThat(group.sites.current(CITY, "topics")).isEmpty();
        assertThat(column("notices").description()).isEqualTo(before);
        follower.follow();
        assertThat(follower.copy()).isEqualTo(follower.truth());
    }

    @Test
    void theWayBackLeavesNoOwnColumnBehind() {
        sites.migrate(OPERATOR, CITY, VERSION, "按新标准");
        own.add(OPERATOR, CITY, new ColumnRequest("spring", "春耕", "topics", "工作动态", null, null, null, null));
        List<Column> before = group.sites.of(CITY);
        assertThat(refusal(() -> sites.rollBack(OPERATOR, CITY, "撤回"))).isEqualTo("own_columns_in_the_way");
        assertThat(group.sites.of(CITY)).isEqualTo(before);
        assertThat(new SiteMemory(group.store).now().columns(CITY)).isEqualTo(before);
        assertThat(sites.bySite()).containsEntry(CITY, VERSION);
        own.change(OPERATOR, CITY, "spring", new ColumnRequest(null, null, "news", null, null, null, null, null));
        sites.rollBack(OPERATOR, CITY, "撤回");
        assertThat(column("spring").parent()).contains("news");
        assertThat(group.sites.find(CITY, "topics")).isEmpty();
    }

    private Column column(String key) {
        return group.sites.find(CITY, key).orElseThrow();
    }
}
