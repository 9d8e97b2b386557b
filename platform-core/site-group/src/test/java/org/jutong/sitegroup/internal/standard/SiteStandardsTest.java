package org.jutong.sitegroup.internal.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.ColumnsGroup.CITY;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;
import static org.jutong.sitegroup.internal.ColumnsGroup.PROVINCE;
import static org.jutong.sitegroup.internal.ColumnsGroup.READER;
import static org.jutong.sitegroup.internal.Refusals.refusal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Action;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.drift.Step;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Reading;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.SiteGroup;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.standard.SiteStandards.Migrated;

@ParameterizedClass
@EnumSource
class SiteStandardsTest {

    private static final String OLD = "2026.1";
    private static final String NEW = "2026.2";

    @Parameter
    Database database;

    private ColumnsGroup group;
    private SiteStandards sites;

    @BeforeEach
    void open() {
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
    }

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void aSiteGoesToAVersionAndBackAndItsArticlesWithIt() {
        Migrated plan = sites.plan(OPERATOR, PROVINCE, NEW);
        Step.MergeInto merge = plan.steps().stream()
                .filter(Step.MergeInto.class::isInstance)
                .map(Step.MergeInto.class::cast)
                .findFirst()
                .orElseThrow();
        Article merged = group.published(PROVINCE, merge.key(), "并入的");
        Article own = group.published(PROVINCE, merge.target(), "原有的");
        Step.Rename rename = plan.steps().stream()
                .filter(Step.Rename.class::isInstance)
                .map(Step.Rename.class::cast)
                .findFirst()
                .orElseThrow();
        Article renamed = group.published(PROVINCE, rename.key(), "改名的");
        List<Column> before = group.sites.of(PROVINCE);

        Migrated done = sites.migrate(OPERATOR, PROVINCE, NEW, "按新标准");
        assertThat(done.steps()).isEqualTo(plan.steps()).isNotEmpty();
        assertThat(done.from()).isEqualTo(OLD);
        assertThat(sites.drift(OPERATOR, PROVINCE, Optional.of(NEW)).drift().isNone())
                .isTrue();
        assertThat(sites.bySite()).containsEntry(PROVINCE, NEW).containsEntry(CITY, OLD);
        assertThat(ids(merge.target())).contains(merged.id(), own.id());
        assertThat(ids(rename.newKey())).contains(renamed.id());
        assertThat(group.articles.get(OPERATOR, merged.id()).column()).isEqualTo(merge.target());
        assertThat(new SiteMemory(group.store).now().columns(PROVINCE)).isEqualTo(group.sites.of(PROVINCE));
        assertThat(group.recorded).extracting(e -> e.action()).contains(Action.STANDARD_CHANGE);
        assertThat(sites.migrate(OPERATOR, PROVINCE, NEW, "再来").steps()).isEmpty();

        assertThat(sites.rollBack(OPERATOR, PROVINCE, "撤回").to()).isEqualTo(OLD);
        assertThat(group.sites.of(PROVINCE)).isEqualTo(before);
        assertThat(ids(merge.key())).containsExactly(merged.id());
        assertThat(ids(merge.target())).contains(own.id()).doesNotContain(merged.id());
        assertThat(ids(rename.key())).contains(renamed.id());
        assertThat(new SiteMemory(group.store).now().columns(PROVINCE)).isEqualTo(before);
        assertThat(refusal(() -> sites.rollBack(OPERATOR, PROVINCE, "再撤"))).isEqualTo("nothing_to_roll_back");
        // there once more: what was retired is used again
        sites.migrate(OPERATOR, PROVINCE, NEW, "又按新标准");
        assertThat(sites.drift(OPERATOR, PROVINCE, Optional.empty()).drift().isNone())
                .isTrue();
    }

    private List<Long> ids(String column) {
        return group.reading.latest(PROVINCE, column, 0, 50).stream()
                .map(Reading.Entry::id)
                .toList();
    }

    @Test
    void manySitesGoAsATaskAndTheFurthestStandFirst() {
        sites.migrate(OPERATOR, CITY, NEW, "先行");
        assertThat(sites.drifts(OPERATOR, NEW, Optional.empty()))
                .hasSize(4)
                .last()
                .satisfies(last -> assertThat(last.site().code()).isEqualTo(CITY))
                .satisfies(last -> assertThat(last.open()).isZero());
        assertThat(sites.drifts(OPERATOR, NEW, Optional.of(SiteGroup.DISTRICT)))
                .extracting(drift -> drift.site().code())
                .containsExactly(SiteGroup.DISTRICT);
        Task task = sites.migrateMany(OPERATOR, NEW, Optional.of(CITY), List.of(), "全市");
        group.work(new MigrationWork(sites, group.words));
        assertThat(group.tasks.lines(OPERATOR, task.id(), 0, 10, Optional.empty()))
                .extracting(Task.Line::outcome)
                .containsExactly("unchanged", "migrated", "migrated");
        assertThat(sites.drifts(OPERATOR, NEW, Optional.empty()).get(0).site().code())
                .isEqualTo(PROVINCE);
    }

    @Test
    void anOperatorAddsAVersionThatIsCheckedAgainstAllOthers() throws IOException {
        String file = file(NEW).replace("\"version\": \"" + NEW + "\"", "\"version\": \"2026.3\"");
        assertThat(group.standards.add(OPERATOR, file).version()).isEqualTo("2026.3");
        StoredStandards other =
                new StoredStandards(group.store, group.memory, SiteGroup.AUTHORITY, group.recorded::add, group.clock);
        assertThat(other.require("2026.3").title()).isNotEmpty();
        assertThat(refusal(() -> other.add(OPERATOR, file))).isEqualTo("standard_version_exists");
        assertThat(refusal(() -> other.add(OPERATOR, file.replace("\"since\"", "\"until\""))))
                .isEqualTo("standard_unknown_key");
        assertThat(refusal(() -> other.add(OPERATOR, "no"))).isEqualTo("standard_unreadable");
        assertThat(refusal(() -> other.add(READER, file))).isEqualTo("forbidden");
        assertThat(refusal(() -> other.require("2099.1"))).isEqualTo("standard_version_unknown");
        sites.migrate(OPERATOR, PROVINCE, "2026.3", "试行");
        assertThat(sites.bySite())
                .isEqualTo(
                        Map.of(PROVINCE, "2026.3", CITY, OLD, SiteGroup.DISTRICT, OLD, SiteGroup.OTHER_DISTRICT, OLD));
    }

    private static String file(String version) throws IOException {
        try (InputStream in =
                ColumnStandard.class.getResourceAsStream("/JUTONG-INF/standard/columns-" + version + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whoHasNoRightOrAsksWronglyIsRefusedAndNothingChanges() {
        List<Column> before = group.sites.of(PROVINCE);
        assertThat(refusal(() -> sites.migrate(READER, PROVINCE, NEW, "无权"))).isEqualTo("forbidden");
        assertThat(refusal(() -> sites.plan(READER, PROVINCE, NEW))).isEqualTo("forbidden");
        assertThat(refusal(() -> sites.rollBack(READER, PROVINCE, "无权"))).isEqualTo("forbidden");
        assertThat(refusal(() -> sites.drift(READER, PROVINCE, Optional.empty())))
                .isEqualTo("forbidden");
        assertThat(sites.drifts(READER, NEW, Optional.empty())).isEmpty();
        assertThat(refusal(() -> sites.migrateMany(READER, NEW, Optional.of(CITY), List.of(), "无权")))
                .isEqualTo("forbidden");
        assertThat(refusal(() -> sites.migrate(OPERATOR, PROVINCE, NEW, " "))).isEqualTo("reason_missing");
        assertThat(refusal(() -> sites.migrate(OPERATOR, PROVINCE, "1", "错"))).isEqualTo("standard_version_unknown");
        assertThat(refusal(() -> sites.migrateMany(OPERATOR, NEW, Optional.empty(), List.of(), "无")))
                .isEqualTo("sites_missing");
        assertThat(group.sites.of(PROVINCE)).isEqualTo(before);
    }
}
