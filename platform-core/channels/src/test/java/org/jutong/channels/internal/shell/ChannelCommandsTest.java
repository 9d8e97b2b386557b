package org.jutong.channels.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jutong.channels.Channels;
import org.jutong.channels.Deliveries;
import org.jutong.channels.Delivery;
import org.jutong.channels.Delivery.Fault;
import org.jutong.channels.Delivery.State;
import org.jutong.channels.Delivery.Step;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;

class ChannelCommandsTest {

    private static final Actor EDITOR = new Actor("editor", "编辑");
    private static final Delivery DEAD = new Delivery(
            5,
            7,
            3,
            new SiteCode("5200000001"),
            Step.CORRECT,
            State.DEAD,
            7,
            Optional.empty(),
            Optional.of("r"),
            Optional.empty(),
            Optional.of(new Fault("channel_refused", List.of("403"))),
            Instant.EPOCH);

    private final List<String> asked = new ArrayList<>();
    private final ChannelCommands commands =
            new ChannelCommands(answer(Channels.class), answer(Deliveries.class), answer(Texts.class));

    private <T> T answer(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (type == Texts.class) {
                        return given[1];
                    }
                    List<Object> rest = List.of(given).subList(1, given.length);
                    asked.add(method.getName() + rest);
                    return method.getReturnType() == List.class ? List.of(DEAD) : DEAD;
                }));
    }

    private Table run(String name, Map<String, String> values) {
        return commands.all().stream()
                .filter(command -> command.name().equals("channel:" + name))
                .findFirst()
                .orElseThrow()
                .run(EDITOR, values);
    }

    @Test
    void pushesListsRetriesAndDiscards() {
        run("push", Map.of("article", "7", "--channels", "3, 4"));
        run("push", Map.of("article", "7"));
        run("deliveries", Map.of());
        run("deliveries", Map.of("--article", "7"));
        run("deliveries", Map.of("--state", "waiting", "--site", "5200000001", "--limit", "5"));
        run("retry", Map.of("delivery", "5"));
        assertThat(run("discard", Map.of("delivery", "5")).rows().get(0))
                .containsExactly(
                        "5",
                        "7",
                        "3",
                        "5200000001",
                        "shell.channel.step.correct",
                        "shell.channel.state.dead",
                        "7",
                        "r",
                        "problem.channel_refused");
        assertThat(asked)
                .containsExactly(
                        "push[7, [3, 4]]",
                        "push[7, []]",
                        "in[DEAD, Optional.empty, Optional.empty, 50]",
                        "of[7]",
                        "in[WAITING, Optional[5200000001], Optional.empty, 5]",
                        "retry[5]",
                        "discard[5]");
    }

    @Test
    void whatIsNoNumberOrStateIsRefused() {
        for (Map<String, String> wrong : List.of(
                Map.of("--state", "lost"),
                Map.of("--limit", "0"),
                Map.of("--limit", "201"),
                Map.of("--article", "x"))) {
            assertThatThrownBy(() -> run("deliveries", wrong)).isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> run("push", Map.of("article", "7", "--channels", "x")))
                .isInstanceOf(Problem.class);
    }
}
