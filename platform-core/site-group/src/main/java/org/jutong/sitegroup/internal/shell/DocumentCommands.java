package org.jutong.sitegroup.internal.shell;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.identity.OperatorCommand.Kind;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.OfficialDocuments;
import org.jutong.sitegroup.OfficialDocuments.Facts;
import org.jutong.sitegroup.OfficialDocuments.Force;
import org.jutong.sitegroup.OfficialDocuments.Related;
import org.jutong.sitegroup.OfficialDocuments.Standing;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Whether documents are in force, and what explains them. */
@Component(service = DocumentCommands.class, immediate = true)
public final class DocumentCommands {

    private final OfficialDocuments documents;
    private final Clock clock;
    private final Words words;
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();

    @Activate
    public DocumentCommands(
            BundleContext context,
            @Reference OfficialDocuments documents,
            @Reference Clock clock,
            @Reference Texts texts) {
        this(documents, clock, texts);
        all().forEach(command -> registered.add(context.registerService(OperatorCommand.class, command, null)));
    }

    DocumentCommands(OfficialDocuments documents, Clock clock, Texts texts) {
        this.documents = documents;
        this.clock = clock;
        this.words = new Words(texts);
    }

    @Deactivate
    void stop() {
        registered.forEach(ServiceRegistration::unregister);
    }

    List<OperatorCommand> all() {
        Argument article = words.argument("article", Kind.ARTICLE);
        return List.of(
                ArticleCommands.command(
                        words,
                        "stand",
                        "article.publish",
                        List.of(
                                article,
                                words.option("force", Kind.TEXT),
                                words.option("since", Kind.TEXT),
                                words.option("basis", Kind.TEXT)),
                        this::stand),
                ArticleCommands.command(
                        words,
                        "interprets",
                        "article.write",
                        List.of(article, words.option("documents", Kind.TEXT)),
                        this::interprets));
    }

    private Table stand(Actor by, Map<String, String> given) {
        Optional<Standing> said = Optional.ofNullable(given.get("--force"))
                .map(force -> new Standing(force(force), day(given.get("--since")), given.getOrDefault("--basis", "")));
        return shown(documents.stand(by, id(given.get("article")), said));
    }

    private Table interprets(Actor by, Map<String, String> given) {
        long article = id(given.get("article"));
        return shown(Optional.ofNullable(given.get("--documents"))
                .map(named -> documents.interpret(by, article, numbers(named)))
                .orElseGet(() -> documents.of(by, article)));
    }

    private Table shown(Facts facts) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.say("column.standing"),
                facts.standing()
                        .map(said -> words.name(said.force()) + " " + said.since() + " " + said.basis())
                        .orElse("")
                        .strip()));
        facts.interprets().forEach(each -> rows.add(line("interprets", each)));
        facts.interpretedBy().forEach(each -> rows.add(line("interpreted-by", each)));
        return words.table(rows, "key", "value");
    }

    private List<String> line(String key, Related related) {
        return List.of(words.say("column." + key), related.article() + " " + related.title());
    }

    private static List<Long> numbers(String named) {
        return named.equals("none")
                ? List.of()
                : Stream.of(named.split(","))
                        .map(String::strip)
                        .map(DocumentCommands::id)
                        .toList();
    }

    private LocalDate day(String given) {
        try {
            return given == null ? LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai"))) : LocalDate.parse(given);
        } catch (DateTimeException e) {
            throw Problem.invalid("since_invalid", "since");
        }
    }

    private static Force force(String given) {
        return Arrays.stream(Force.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(given))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("force_unknown", "force"));
    }

    private static long id(String given) {
        return Words.number(given, "article_not_found");
    }
}
