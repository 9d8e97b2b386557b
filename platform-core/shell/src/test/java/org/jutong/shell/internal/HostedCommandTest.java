package org.jutong.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.jutong.audit.Action;
import org.jutong.audit.Event;
import org.jutong.audit.Origin;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Table;

class HostedCommandTest {

    private static final List<Object> TYPED = List.of("5201000001", "interaction");

    private final ShellFixture shell = new ShellFixture();
    private final TestCommand order = new TestCommand(() -> Table.sentence("已订购。"));

    private Object run(TestCommand command, List<Object> typed) throws CommandException {
        return new HostedCommand(command, shell.frame()).execute(shell.session(), typed);
    }

    private String refusal(TestCommand command, List<Object> typed) {
        return catchThrowableOfType(CommandException.class, () -> run(command, typed))
                .getNiceHelp();
    }

    @Test
    void aCommandRunsForWhoeverIsSignedIn() throws CommandException {
        assertThat(run(order, TYPED)).isNull();

        assertThat(order.runs)
                .containsExactly(new Actor("zhang", "张三"), Map.of("site", "5201000001", "plugin", "interaction"));
        assertThat(shell.lines()).containsExactly("已订购。");
    }

    @Test
    void howFarACommandIsStandsInOneLineThatTheResultReplaces() throws CommandException {
        order.said = List.of("1/3", "1/3", "2/3");
        shell.atTerminal = true;

        run(order, TYPED);

        assertThat(shell.printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r\u001b[K1/3\r\u001b[K2/3\r\u001b[K已订购。" + System.lineSeparator());
    }

    @Test
    void whereNobodySitsAtATerminalEachChangeIsALine() throws CommandException {
        order.said = List.of("1/3", "1/3", "2/3");

        run(order, TYPED);

        assertThat(shell.lines()).containsExactly("1/3", "2/3", "已订购。");
    }

    @Test
    void theVariableUserMakesNobodySomebodyElse() {
        shell.user = null;
        shell.variables.put("USER", "zhang");

        assertThat(refusal(order, TYPED)).isEqualTo("请先登录。");
        assertThat(order.runs).isEmpty();
    }

    @Test
    void ofSeveralThingsThatAreWrongEachIsALine() {
        Problem.Fault fault = new Problem.Fault("x", "problem.not_signed_in", List.of(), "who", "");
        TestCommand wrong = new TestCommand(() -> {
            throw Problem.unauthenticated("not_signed_in").listing(List.of(fault, fault));
        });

        assertThat(refusal(wrong, TYPED)).isEqualTo("请先登录。\n- 请先登录。\n- 请先登录。");
    }

    @Test
    void whoWasDisabledMeanwhileCommandsNothing() {
        shell.disabled = true;

        assertThat(refusal(order, TYPED)).isEqualTo("请先登录。");
    }

    @Test
    void aRefusalIsOneSentenceInTheSessionsLanguage() {
        TestCommand refused = new TestCommand(() -> {
            throw Problem.of(503, "plugin_command_failed", "poll", "5201000001");
        });

        assertThat(refusal(refused, TYPED)).isEqualTo("应用 poll 没能在站点 5201000001 上完成这个命令，原因已记入日志。");
        shell.variables.put("LANG", "en_GB.UTF-8");
        assertThat(refusal(refused, TYPED)).startsWith("The plugin poll could not finish");
        shell.variables.put("JUTONG_SHELL_LANG", "zh-CN");
        assertThat(refusal(refused, TYPED)).startsWith("应用 poll");
    }

    @Test
    void aFaultIsOneSentenceWithoutTheFaultsWords() {
        TestCommand broken = new TestCommand(() -> {
            throw new IllegalStateException("jdbc:secret");
        });

        assertThat(refusal(broken, TYPED)).isEqualTo("命令 catalog:order 没能完成，原因已记入日志。");
        assertThat(shell.lines()).isEmpty();
    }

    @Test
    void aMistypedCommandIsNotRun() {
        assertThat(refusal(order, List.of("5201000001"))).isEqualTo("缺少参数 plugin（应用）；输入 catalog:order --help 查看用法。");
        assertThat(order.runs).isEmpty();
    }

    @Test
    void helpShowsHowItIsUsedAndRunsNothing() throws CommandException {
        run(order, List.of("--help"));

        assertThat(shell.lines())
                .containsExactly(
                        "为站点订购应用",
                        "",
                        "用法： catalog:order site [--plan TEXT] plugin [--quick]",
                        "",
                        "参数：",
                        "  site     站点",
                        "  plugin   应用",
                        "",
                        "选项：",
                        "  --plan    方案",
                        "  --quick   快",
                        "  --help    显示本说明");
        assertThat(order.runs).isEmpty();
    }

    @Test
    void aDeclaredRightIsAskedForAndARefusalIsRecordedWithWhereItCameFrom() throws CommandException {
        order.permission = "catalog.order";
        assertThat(refusal(order, TYPED)).contains("forbidden_anywhere");
        assertThat(shell.recorded)
                .containsExactly(Event.denied(
                        Action.ACCESS_ATTEMPT,
                        new Actor("zhang", "张三"),
                        "command:catalog:order",
                        "forbidden_anywhere"));
        shell.held.add("catalog.order");
        run(order, TYPED);
        assertThat(order.runs).isNotEmpty();
        assertThat(shell.recorded).hasSize(1);
    }

    @Test
    void oneOfTheRightsIsEnough() throws CommandException {
        order.permission = "catalog.order";
        order.others = Set.of("catalog.approve");
        assertThat(refusal(order, TYPED)).contains("forbidden_anywhere");
        shell.held.add("catalog.approve");
        run(order, TYPED);
        assertThat(order.runs).isNotEmpty();
    }

    @Test
    void aRightThatNobodyDeclaresIsRefusedToEverybody() {
        order.permission = "nothing.known";
        shell.held.add("nothing.known");
        assertThat(refusal(order, TYPED)).contains("permission_undeclared");
        assertThat(order.runs).isEmpty();
    }

    @Test
    void whatACommandDoesComesFromTheShellAndTheNextThreadsWorkDoesNot() throws CommandException {
        List<Origin> seen = new ArrayList<>();
        TestCommand looking = new TestCommand(() -> {
            seen.add(Origin.current());
            return Table.sentence("");
        });
        run(looking, TYPED);
        assertThat(seen).containsExactly(new Origin(Origin.Channel.SHELL, "192.0.2.7"));
        assertThat(Origin.current()).isEqualTo(Origin.PLATFORM);
    }
}
