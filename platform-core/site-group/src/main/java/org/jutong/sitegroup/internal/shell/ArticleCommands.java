package org.jutong.sitegroup.internal.shell;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.identity.OperatorCommand.Kind;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleFiles;
import org.jutong.sitegroup.Articles;
import org.jutong.sitegroup.Reviews;
import org.jutong.sitegroup.Reviews.Note;
import org.jutong.sitegroup.Reviews.Review;
import org.jutong.sitegroup.Reviews.Timing;
import org.jutong.sitegroup.Versions;
import org.jutong.sitegroup.Versions.Line;
import org.jutong.sitegroup.Versions.Piece;
import org.jutong.sitegroup.internal.lint.ArticleChecks;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The way of an article from a draft to readers. */
@Component(service = ArticleCommands.class, immediate = true)
public final class ArticleCommands {

    private static final String ARTICLE = "article";
    private static final String WRITE = "article.write";
    private static final String PUBLISH = "article.publish";
    private static final Set<String> READERS =
            Set.of(WRITE, "article.review", "article.review-second", "article.review-final", PUBLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Articles articles;
    private final Reviews reviews;
    private final Versions versions;
    private final ArticleFiles files;
    private final ArticleChecks checks;
    private final Words words;
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();

    @Activate
    public ArticleCommands(
            BundleContext context,
            @Reference Articles articles,
            @Reference Reviews reviews,
            @Reference Versions versions,
            @Reference ArticleFiles files,
            @Reference ArticleChecks checks,
            @Reference Texts texts) {
        this(articles, reviews, versions, files, checks, texts);
        all().forEach(command -> registered.add(context.registerService(OperatorCommand.class, command, null)));
    }

    ArticleCommands(
            Articles articles,
            Reviews reviews,
            Versions versions,
            ArticleFiles files,
            ArticleChecks checks,
            Texts texts) {
        this.checks = checks;
        this.articles = articles;
        this.reviews = reviews;
        this.versions = versions;
        this.files = files;
        this.words = new Words(texts);
    }

    @Deactivate
    void stop() {
        registered.forEach(ServiceRegistration::unregister);
    }

    List<OperatorCommand> all() {
        Argument article = words.argument(ARTICLE, Kind.ARTICLE);
        Argument at = words.option("at", Kind.TEXT);
        Argument byHand = words.flag("by-hand");
        Argument site = words.option("site", Kind.SITE);
        Argument reason = words.argument("reason", Kind.TEXT);
        return List.of(
                command("show", READERS, List.of(article), this::show),
                command("submit", Set.of(WRITE), List.of(article, at, byHand), this::submit),
                command(
                        "mask",
                        Set.of(WRITE),
                        List.of(article),
                        (by, given) -> stands(articles.mask(
                                by, id(given), articles.get(by, id(given)).version()))),
                command(
                        "discard",
                        Set.of(WRITE),
                        List.of(article),
                        (by, given) -> stands(articles.discard(
                                by, id(given), articles.get(by, id(given)).version()))),
                command("check", READERS, List.of(article), this::check),
                command(
                        "recall",
                        Set.of(WRITE),
                        List.of(article),
                        (by, given) -> stands(reviews.recall(by, id(given)))),
                command("reviews", READERS, List.of(site), this::waiting),
                command(
                        "approve",
                        READERS,
                        List.of(article, words.option("number", Kind.TEXT)),
                        (by, given) -> stands(reviews.approve(by, id(given), number(by, given), ""))),
                command(
                        "return",
                        READERS,
                        List.of(article, reason, words.option("number", Kind.TEXT)),
                        (by, given) -> stands(reviews.giveBack(by, id(given), number(by, given), given.get("reason")))),
                command(
                        "publish",
                        Set.of(PUBLISH),
                        List.of(article),
                        (by, given) -> stands(articles.publish(by, id(given)))),
                command(
                        "withdraw",
                        Set.of(PUBLISH),
                        List.of(article, reason),
                        (by, given) -> stands(articles.withdraw(by, id(given), given.get("reason")))),
                command("versions", READERS, List.of(article), this::versions),
                command(
                        "diff",
                        READERS,
                        List.of(article, words.argument("from", Kind.TEXT), words.argument("to", Kind.TEXT)),
                        this::diff),
                command("files", READERS, List.of(article), this::files),
                command(
                        "remove-file",
                        Set.of(WRITE),
                        List.of(article, words.argument("attachment", Kind.TEXT)),
                        this::removeFile));
    }

    private OperatorCommand command(
            String verb,
            Set<String> anyOf,
            List<Argument> arguments,
            BiFunction<Actor, Map<String, String>, Table> work) {
        return command(words, verb, anyOf.contains(WRITE) ? WRITE : PUBLISH, anyOf, arguments, work);
    }

    /** A command on articles that asks for one permission. */
    static OperatorCommand command(
            Words words,
            String verb,
            String permission,
            List<Argument> arguments,
            BiFunction<Actor, Map<String, String>, Table> work) {
        return command(words, verb, permission, Set.of(permission), arguments, work);
    }

    private static OperatorCommand command(
            Words words,
            String verb,
            String permission,
            Set<String> anyOf,
            List<Argument> arguments,
            BiFunction<Actor, Map<String, String>, Table> work) {
        return new ArticleCommand("article:" + verb, words.say("article-" + verb), permission, anyOf, arguments, work);
    }

    /** A command that is told what it is. */
    record ArticleCommand(
            String name,
            String description,
            String permission,
            Set<String> anyOf,
            List<Argument> arguments,
            BiFunction<Actor, Map<String, String>, Table> work)
            implements OperatorCommand {
        @Override
        public Table run(Actor actor, Map<String, String> values) {
            return work.apply(actor, values);
        }
    }

    private Table show(Actor by, Map<String, String> given) {
        Article article = articles.get(by, id(given));
        Review review = reviews.of(by, article.id());
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("title", article.title()));
        rows.add(row("site", article.owner().value()));
        rows.add(row("state", words.name(article.state())));
        article.correction().ifPresent(correction -> rows.add(row("correction", words.name(correction))));
        rows.add(row("class", article.contentClass().name()));
        rows.add(row("version", String.valueOf(review.number())));
        article.published().ifPresent(time -> rows.add(row("published", Words.time(time))));
        review.stages()
                .forEach(stage -> rows.add(List.of(
                        stage.title().get("zh-CN"),
                        stage.passed()
                                .map(note ->
                                        words.name(note.decision()) + " " + note.by() + " " + Words.time(note.at()))
                                .orElse(stage.current() ? words.say("waits", stage.site()) : ""))));
        review.timing()
                .ifPresent(timing -> rows.add(row(
                        "publish",
                        words.name(timing.when())
                                + timing.at()
                                        .map(time -> " " + Words.time(time))
                                        .orElse(""))));
        for (Note note : review.history()) {
            rows.add(List.of(
                    Words.time(note.at()), words.name(note.decision()) + " " + note.by() + " " + note.remark()));
        }
        return words.table(rows, "key", "value");
    }

    /** What is found on it, as it will be judged at publishing. */
    private Table check(Actor by, Map<String, String> given) {
        return words.table(
                checks.of(articles.get(by, id(given))).stream()
                        .map(found -> List.of(
                                words.say(found.blocks() ? "blocks" : "warns"),
                                found.field(),
                                words.texts().say(Texts.CHINESE, found.message(), List.copyOf(found.arguments()))
                                        + found.suggestion()
                                                .map(better -> " → " + better)
                                                .orElse("")))
                        .toList(),
                "severity",
                "field",
                "words");
    }

    private List<String> row(String key, String value) {
        return List.of(words.say("column." + key), value);
    }

    private Table submit(Actor by, Map<String, String> given) {
        Timing timing = Optional.ofNullable(given.get("--at"))
                .map(ArticleCommands::time)
                .orElse(given.containsKey("--by-hand") ? Timing.BY_HAND : Timing.AT_ONCE);
        Article article = articles.get(by, id(given));
        return stands(reviews.submit(by, article.id(), article.version(), timing));
    }

    private Table waiting(Actor by, Map<String, String> given) {
        return words.table(
                reviews.waiting(by, Optional.ofNullable(given.get("--site")).map(SiteCode::new), 200).stream()
                        .map(waiting -> List.of(
                                String.valueOf(waiting.article().id()),
                                waiting.article().title(),
                                waiting.article().owner().value(),
                                waiting.title().get("zh-CN"),
                                waiting.submittedBy(),
                                Words.time(waiting.at())))
                        .toList(),
                "article",
                "title",
                "site",
                "stage",
                "by",
                "time");
    }

    private Table versions(Actor by, Map<String, String> given) {
        return words.table(
                versions.of(by, id(given)).stream()
                        .map(version -> List.of(
                                String.valueOf(version.number()),
                                version.text().title(),
                                version.by(),
                                Words.time(version.at()),
                                version.shown() ? words.name(Article.State.PUBLISHED) : "",
                                version.note()))
                        .toList(),
                "version",
                "title",
                "by",
                "time",
                "state",
                "reason");
    }

    private Table diff(Actor by, Map<String, String> given) {
        List<List<String>> rows =
                versions
                        .differences(by, id(given), versionNumber(given.get("from")), versionNumber(given.get("to")))
                        .stream()
                        .filter(line -> line.kind() != Line.Kind.SAME)
                        .map(line -> List.of(line.field(), text(line.old()), text(line.now())))
                        .toList();
        return words.table(rows, "key", "was", "is");
    }

    private Table files(Actor by, Map<String, String> given) {
        Article article = articles.get(by, id(given));
        return words.table(
                files.of(by, article.id()).stream()
                        .map(file -> List.of(
                                file.name(),
                                file.file().name(),
                                file.file().type(),
                                String.valueOf(file.file().size()),
                                article.body().contains(file.on(article.owner())) ? words.say("in-text") : ""))
                        .toList(),
                "attachment",
                "file-name",
                "type",
                "bytes",
                "state");
    }

    private Table removeFile(Actor by, Map<String, String> given) {
        files.remove(by, id(given), given.get("attachment"));
        return Table.sentence(words.say("file-removed", given.get("attachment")));
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    private Table stands(Article article) {
        return Table.sentence(words.say(
                "article-stands", String.valueOf(article.id()), article.title(), words.name(article.stands())));
    }

    /** The version that was read; without one the newest. */
    private int number(Actor by, Map<String, String> given) {
        return Optional.ofNullable(given.get("--number"))
                .map(ArticleCommands::versionNumber)
                .orElseGet(() -> reviews.of(by, id(given)).number());
    }

    private static int versionNumber(String given) {
        if (!given.matches("\\d{1,9}")) {
            throw Problem.notFound("version_not_found", given);
        }
        return Integer.parseInt(given);
    }

    private static Timing time(String given) {
        try {
            return Timing.at(LocalDateTime.parse(given, MINUTE)
                    .atZone(ZoneId.of("Asia/Shanghai"))
                    .toInstant());
        } catch (DateTimeException e) {
            throw Problem.invalid("schedule_invalid", "at");
        }
    }

    private static long id(Map<String, String> given) {
        return Words.number(given.get(ARTICLE), "article_not_found");
    }
}
