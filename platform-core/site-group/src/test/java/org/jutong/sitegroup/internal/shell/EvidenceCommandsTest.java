package org.jutong.sitegroup.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;
import static org.jutong.sitegroup.internal.Refusals.refusal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.SiteGroup;
import org.jutong.sitegroup.internal.evidence.Observations;
import org.jutong.sitegroup.internal.files.StoredFiles;

class EvidenceCommandsTest {

    private final ColumnsGroup group = new ColumnsGroup(Database.DERBY);
    private final Observations observations = new Observations(
            group.store,
            group.memory,
            new StoredFiles(group.store, group.recorded::add, group.clock),
            SiteGroup.AUTHORITY,
            group.recorded::add,
            group.clock);

    @AfterEach
    void close() {
        group.close();
    }

    private List<List<String>> run(String verb, String... given) {
        Map<String, String> values = new HashMap<>(Map.of("site", "5201000001", "day", "2017-07-21"));
        for (int i = 0; i < given.length; i += 2) {
            values.put(given[i], given[i + 1]);
        }
        return new EvidenceCommands(observations, group.words)
                .all().stream()
                        .filter(command -> command.name().equals("column:evidence" + verb))
                        .findFirst()
                        .orElseThrow()
                        .run(OPERATOR, values)
                        .rows();
    }

    @Test
    void everyKindIsRecordedAndSaidInWords() {
        said("严重表述错误：首页标题错字", "incident", "--sort", "wording", "--words", "首页标题错字");
        said("被攻击：网页被改（已及时处置）", "incident", "--sort", "attack", "--words", "网页被改", "--handled", "true");
        said("2 天共 198 次访问，其中 3 次在 15 秒及以上", "visits", "--visits", "2017-07-19=100/3, 2017-07-20=98/0");
        said("办事指南“办证”缺 办理地点、办理时间", "guide", "--observed-name", "办证", "--lacking", "place,hours");
        said("办事指南“办证”要素齐全", "guide", "--observed-name", "办证");
        said("网站没有提供任何办事服务", "no-service");
        said("网站没有有效的咨询渠道", "no-channel");
        said("留言“12 号”（2017-07-21 收到）没有答复", "letter", "--observed-name", "12 号");
        said("首页错链：/a", "dead-link", "--address", "/a", "--home", "true");
        said("其他页面错链：/b", "dead-link", "--address", "/b");
        said("网民找错未办结：3", "count", "--item", "errors-open", "--count", "3");
        said("已检查“首页错链”，除已记录的以外没有发现问题", "nothing", "--about", "home-dead-links");
    }

    private void said(String words, String kind, String... options) {
        String[] given = new String[options.length + 2];
        given[0] = "observed";
        given[1] = kind;
        System.arraycopy(options, 0, given, 2, options.length);
        assertThat(run("-add", given).get(0).get(3)).isEqualTo(words);
    }

    @Test
    void whatIsTakenBackIsListedOnlyWhenAskedFor() {
        String id =
                run("-add", "observed", "nothing", "--about", "safety").get(0).get(0);
        assertThat(run("").get(0)).contains("2017-08-21", "operator");
        assertThat(run("-remove", "evidence", id, "--reason", "记错").get(0)).contains("记错");
        assertThat(run("")).isEmpty();
        assertThat(run("", "--taken-back", "true")).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThat(refusal(() -> run("-add", "observed", "visits", "--visits", "2017-07-19:100")))
                .isEqualTo("evidence_visits_unreadable");
        assertThat(refusal(() -> run("-add", "observed", "count", "--item", "errors-open", "--count", "x")))
                .isEqualTo("evidence_number_invalid");
        assertThat(refusal(() -> run("-add", "observed", "letter", "--observed-name", "1", "--home", "true")))
                .isEqualTo("evidence_fact_misplaced");
        assertThat(refusal(() -> run("-remove", "evidence", "x", "--reason", "x")))
                .isEqualTo("evidence_not_found");
    }
}
