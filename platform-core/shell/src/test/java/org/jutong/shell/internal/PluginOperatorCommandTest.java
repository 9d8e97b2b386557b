package org.jutong.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jutong.shell.internal.ShellFixture.GUIYANG;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.jutong.audit.Action;
import org.jutong.audit.Event;
import org.jutong.catalog.Gate;
import org.jutong.catalog.PluginFault;
import org.jutong.identity.Authority;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.plugin.Actor;
import org.jutong.plugin.PluginCommand;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.Table;

class PluginOperatorCommandTest {

    private static final Actor ZHANG = new Actor("zhang", "张三");
    private static final Map<String, String> VALUES = Map.of("site", GUIYANG.value(), "question", "why");

    private boolean allowed = true;
    private boolean enabled = true;
    private boolean faulty;
    private final List<Event> recorded = new ArrayList<>();

    private final Authority authority = Stub.of(
            Authority.class,
            Map.of("allows", call -> allowed && call[1].equals("poll.manage") && call[2].equals(GUIYANG)));

    private final Gate gate = new Gate() {
        @Override
        public Optional<SiteContext> enter(String plugin, SiteCode site, Actor actor) {
            throw new AssertionError("Commands require");
        }

        @Override
        public SiteContext require(String plugin, SiteCode site, Actor actor) {
            if (!enabled) {
                throw Problem.notFound("plugin_not_enabled", plugin, site.value());
            }
            return Stub.of(SiteContext.class, Map.of("site", call -> site, "actor", call -> actor));
        }

        @Override
        public List<String> enabled(SiteCode site) {
            return List.of();
        }

        @Override
        public <R> R call(SiteContext context, Function<SiteContext, R> work) throws PluginFault {
            if (faulty) {
                throw new PluginFault("late", null);
            }
            return work.apply(context);
        }
    };

    private final PluginCommand command = new PluginCommand() {
        @Override
        public String name() {
            return "ask";
        }

        @Override
        public String description() {
            return "提问";
        }

        @Override
        public String permission() {
            return "poll.manage";
        }

        @Override
        public List<String> arguments() {
            return List.of("question");
        }

        @Override
        public Table run(SiteContext site, List<String> arguments) {
            return Table.sentence(site.site().value(), site.actor().username(), arguments.get(0));
        }
    };

    private final PluginOperatorCommand hosted =
            new PluginOperatorCommand("poll", command, new ShellFixture().texts, authority, gate, recorded::add);

    private String refusal() {
        return catchThrowableOfType(Problem.class, () -> hosted.run(ZHANG, VALUES))
                .code();
    }

    @Test
    void itIsNamedAfterThePluginAndAsksForTheSiteFirst() {
        assertThat(hosted.name()).isEqualTo("poll:ask");
        assertThat(hosted.arguments()).extracting(Argument::name).containsExactly("site", "question");
    }

    @Test
    void itRunsOnTheSiteForTheActor() {
        assertThat(hosted.run(ZHANG, VALUES)).isEqualTo(Table.sentence(GUIYANG.value(), "zhang", "why"));
        assertThat(recorded)
                .containsExactly(Event.done(Action.PLUGIN_CALL, ZHANG, "command:poll:ask")
                        .on(GUIYANG));
    }

    @Test
    void itIsRefusedWithoutTheRightOrTheEnrolment() {
        enabled = false;
        assertThat(refusal()).isEqualTo("plugin_not_enabled");

        allowed = false;
        assertThat(refusal()).isEqualTo("forbidden");
    }

    @Test
    void aFaultOfThePluginIsARefusal() {
        faulty = true;

        assertThat(refusal()).isEqualTo("plugin_command_failed");
    }
}
