package org.jutong.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.console.CommandLine;
import org.junit.jupiter.api.Test;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.identity.OperatorCommand.Kind;
import org.jutong.plugin.Table;

class CommandCompleterTest {

    private final ShellFixture shell = new ShellFixture();
    private final CommandCompleter completer =
            new CommandCompleter(new TestCommand(() -> Table.sentence("")), "catalog:order", shell.completion);

    /** The words of a line, the cursor behind the last. */
    private List<String> after(String... words) {
        CommandLine line = Stub.of(
                CommandLine.class,
                Map.of("getArguments", call -> words, "getCursorArgumentIndex", call -> words.length - 1));
        List<String> candidates = new ArrayList<>();
        completer.complete(null, line, candidates);
        return candidates;
    }

    @Test
    void theCommandsNameIsCompletedFirst() {
        assertThat(after("cat")).containsExactly("catalog:order");
    }

    @Test
    void eachArgumentIsCompletedByItsKind() {
        assertThat(after("catalog:order", "")).containsExactly("5200000001", "5201000001");
        assertThat(after("catalog:order", "5201")).containsExactly("5201000001");
        assertThat(after("catalog:order", "5201000001", "")).containsExactly("interaction");
        assertThat(after("catalog:order", "--quick", "5201000001", "--plan", "standard", "int"))
                .containsExactly("interaction");
    }

    @Test
    void optionsAreOfferedOnceAndTheirValuesAreNotMistakenForArguments() {
        assertThat(after("catalog:order", "--")).containsExactly("--plan", "--quick");
        assertThat(after("catalog:order", "--quick", "-")).containsExactly("--plan");
        assertThat(after("catalog:order", "--plan", "")).isEmpty();
        assertThat(after("catalog:order", "5201000001", "interaction", "")).containsExactly("--plan", "--quick");
    }

    @Test
    void anotherCommandsLineIsLeftAlone() {
        assertThat(after("catalog:list", "")).isEmpty();
    }

    @Test
    void columnsAreThoseOfTheSiteThatStandsBefore() {
        assertThat(values(Kind.COLUMN, Map.of(Kind.SITE, "5201000001"))).containsExactly("guiyang-news");
        assertThat(values(Kind.COLUMN, Map.of())).containsExactly("news");
        assertThat(values(Kind.COLUMN, Map.of(Kind.SITE, "nonsense"))).isEmpty();
    }

    @Test
    void ordersAreThoseThatWait() {
        assertThat(values(Kind.ORDER, Map.of())).containsExactly("17");
        shell.user = null;
        assertThat(values(Kind.ORDER, Map.of())).isEmpty();
    }

    private List<String> values(Kind kind, Map<Kind, String> known) {
        return shell.completion.values(new Argument("it", "it", kind, true), "", known).stream()
                .map(candidate -> candidate.value())
                .toList();
    }
}
