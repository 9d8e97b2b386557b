package org.jutong.publication.internal.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Table;
import org.jutong.publication.Publication;
import org.jutong.publication.Publication.Check;
import org.jutong.publication.Publication.Phase;
import org.jutong.publication.Publication.State;
import org.jutong.publication.internal.PublicationCare;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code publication:…}. */
final class PublicationCommands {

    private static final long LOOK = 300;

    private PublicationCommands() {}

    /** What they have in common. */
    abstract static class Command implements OperatorCommand {

        final Publication publication;
        private final Texts texts;
        private final String verb;

        Command(Publication publication, Texts texts, String verb) {
            this.publication = publication;
            this.texts = texts;
            this.verb = verb;
        }

        @Override
        public String name() {
            return "publication:" + verb;
        }

        @Override
        public String description() {
            return say(verb);
        }

        @Override
        public String permission() {
            return PublicationCare.MANAGE;
        }

        @Override
        public List<Argument> arguments() {
            return List.of();
        }

        String say(String key, Object... arguments) {
            return texts.say(Texts.CHINESE, "shell.publication." + key, Arrays.asList(arguments));
        }

        Argument argument(String name, boolean required) {
            return new Argument(name, say("argument." + name.replace("--", "")), Kind.TEXT, required);
        }

        Table table(List<List<String>> rows, String... columns) {
            return Table.of(
                    Arrays.stream(columns)
                            .map(column -> say("column." + column))
                            .toList(),
                    rows);
        }

        Table shown(State state) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of(say("folder"), state.folder()));
            rows.add(List.of(say("following"), say(state.following() ? "on" : "off")));
            rows.add(List.of(say("phase"), progress(state)));
            state.lastRun()
                    .ifPresent(run -> rows.add(List.of(
                            say("last-run"),
                            say("ran", run.pages(), run.written(), run.removed(), run.failed(), run.seconds()))));
            state.lastCheck().ifPresent(check -> rows.add(List.of(say("last-check"), checked(check))));
            return table(rows, "what", "state");
        }

        String progress(State state) {
            String phase = say("phase." + state.phase().id());
            return state.phase() == Phase.IDLE
                    ? phase
                    : phase + " " + state.done() + (state.total() > 0 ? " / " + state.total() : "");
        }

        String checked(Check check) {
            return say(check.faults() == 0 ? "sound" : "faulty", check.files(), check.faults());
        }

        Table faults(State state) {
            List<List<String>> rows = new ArrayList<>();
            state.lastCheck().ifPresent(check -> {
                rows.add(List.of(say("last-check"), checked(check)));
                check.first().forEach(fault -> rows.add(List.of(say("fault." + fault.kind()), fault.path())));
            });
            return table(rows, "what", "state");
        }
    }

    /** One that waits until what it began is over. */
    abstract static class Waiting extends Command {

        Waiting(Publication publication, Texts texts, String verb) {
            super(publication, texts, verb);
        }

        abstract State begin(Actor actor);

        @Override
        public Table run(Actor actor, Map<String, String> values) {
            return run(actor, values, told -> {});
        }

        @Override
        public Table run(Actor actor, Map<String, String> values, Consumer<String> told) {
            begin(actor);
            return told(await(actor, told));
        }

        Table told(State state) {
            return shown(state);
        }

        /** Until it is over, telling how far it is. */
        private State await(Actor actor, Consumer<String> told) {
            State state = publication.state(actor);
            while (state.phase() != Phase.IDLE) {
                told.accept(progress(state));
                try {
                    TimeUnit.MILLISECONDS.sleep(LOOK);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return state;
                }
                state = publication.state(actor);
            }
            return state;
        }
    }

    /** {@code publication:state}. */
    @Component(service = OperatorCommand.class)
    public static final class Show extends Command {

        @Activate
        public Show(@Reference Publication publication, @Reference Texts texts) {
            super(publication, texts, "state");
        }

        @Override
        public Table run(Actor actor, Map<String, String> values) {
            return shown(publication.state(actor));
        }
    }

    /** {@code publication:run}. */
    @Component(service = OperatorCommand.class)
    public static final class Start extends Waiting {

        @Activate
        public Start(@Reference Publication publication, @Reference Texts texts) {
            super(publication, texts, "run");
        }

        @Override
        State begin(Actor actor) {
            return publication.run(actor);
        }
    }

    /** {@code publication:verify}. */
    @Component(service = OperatorCommand.class)
    public static final class Verify extends Waiting {

        @Activate
        public Verify(@Reference Publication publication, @Reference Texts texts) {
            super(publication, texts, "verify");
        }

        @Override
        State begin(Actor actor) {
            return publication.verify(actor);
        }

        @Override
        Table told(State state) {
            return faults(state);
        }
    }

    /** {@code publication:repair}. */
    @Component(service = OperatorCommand.class)
    public static final class Repair extends Waiting {

        @Activate
        public Repair(@Reference Publication publication, @Reference Texts texts) {
            super(publication, texts, "repair");
        }

        @Override
        State begin(Actor actor) {
            return publication.repair(actor);
        }
    }

    /** {@code publication:follow}. */
    @Component(service = OperatorCommand.class)
    public static final class Follow extends Command {

        @Activate
        public Follow(@Reference Publication publication, @Reference Texts texts) {
            super(publication, texts, "follow");
        }

        @Override
        public List<Argument> arguments() {
            return List.of(argument("switch", true));
        }

        @Override
        public Table run(Actor actor, Map<String, String> values) {
            boolean on = values.get("switch").equals("on");
            if (!on && !values.get("switch").equals("off")) {
                throw Problem.invalid("following_missing", "switch");
            }
            return shown(publication.follow(actor, on));
        }
    }

    /** {@code publication:nginx}. */
    @Component(service = OperatorCommand.class)
    public static final class Nginx extends Command {

        @Activate
        public Nginx(@Reference Publication publication, @Reference Texts texts) {
            super(publication, texts, "nginx");
        }

        @Override
        public List<Argument> arguments() {
            return List.of(argument("backend", true));
        }

        @Override
        public Table run(Actor actor, Map<String, String> values) {
            List<List<String>> lines = publication
                    .nginx(actor, values.get("backend"))
                    .lines()
                    .map(List::of)
                    .toList();
            return table(lines, "nginx");
        }
    }
}
