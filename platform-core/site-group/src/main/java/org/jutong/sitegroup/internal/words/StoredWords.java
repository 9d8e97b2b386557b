package org.jutong.sitegroup.internal.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.columns.lint.Finding;
import org.jutong.columns.lint.Linter;
import org.jutong.columns.lint.Rule;
import org.jutong.identity.Authority;
import org.jutong.identity.NodeChanges;
import org.jutong.identity.NodeFollower;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.WordList;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.store.WordRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of words, in memory as well, and what it finds in texts. */
@Component(service = {WordList.class, StoredWords.class, NodeFollower.class})
public final class StoredWords implements WordList, NodeFollower {

    /** The right to look after the list. */
    public static final String MANAGE = "article.words";

    private static final int LONGEST = 50;

    private final Store store;
    private final WordRows rows;
    private final SiteMemory memory;
    private final Authority authority;
    private final Audit audit;
    private final NodeChanges nodes;
    private volatile WordIndex now;

    /** Reads them. */
    @Activate
    public StoredWords(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference SiteMemory memory,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference NodeChanges nodes) {
        this.store = store;
        this.rows = new WordRows(store);
        this.memory = memory;
        this.authority = authority;
        this.audit = audit;
        this.nodes = nodes;
        reload();
    }

    @Override
    public Words all(Actor by) {
        require(by);
        return rows.all();
    }

    @Override
    public Words replace(Actor by, int version, List<Word> words) {
        require(by);
        if (words.size() > MOST) {
            throw Problem.invalid("too_many_words", "items", MOST);
        }
        Set<String> seen = new HashSet<>();
        List<Word> checked = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = checked(words.get(i), i + 1);
            if (!seen.add(word.word())) {
                throw Problem.invalid("word_twice", "items", i + 1, word.word());
            }
            checked.add(word);
        }
        Words kept = store.recorded(
                () -> rows.replace(version, checked),
                list -> audit.record(Event.done(Action.ARTICLE_WORDS, by, "words")
                        .saying("words: " + list.items().size())));
        reload();
        nodes.note(kind(), List.of("all"));
        return kept;
    }

    /** What is found in the title and the body of a text. */
    public List<Finding> findings(Linter linter, String page, Draft draft) {
        List<Finding> found = new ArrayList<>();
        find(linter, page, "title", draft.title(), found);
        find(linter, page, "author", draft.author(), found);
        find(linter, page, "body", Jsoup.parseBodyFragment(draft.body()).wholeText(), found);
        return found;
    }

    /** The text with asterisks in the numbers of persons. */
    public static Draft masked(Draft draft) {
        Document body = Jsoup.parseBodyFragment(draft.body());
        if (Personal.in(draft.title() + "\n" + draft.author() + "\n" + body.wholeText())
                .isEmpty()) {
            return draft;
        }
        body.outputSettings().prettyPrint(false);
        body.body().nodeStream(TextNode.class).forEach(node -> node.text(Personal.masked(node.getWholeText())));
        return new Draft(
                Personal.masked(draft.title()),
                draft.source(),
                Personal.masked(draft.author()),
                body.body().html(),
                draft.column(),
                draft.published(),
                draft.document(),
                draft.contentClass());
    }

    @Override
    public String kind() {
        return "words";
    }

    @Override
    public void follow(List<String> names) {
        reload();
    }

    private void find(Linter linter, String page, String field, String text, List<Finding> found) {
        for (WordIndex.Hit hit : now.in(text)) {
            Word word = hit.word();
            Rule rule = switch (word.kind()) {
                case SENSITIVE -> Rule.SENSITIVE_WORD;
                case DOUBTFUL -> Rule.DOUBTFUL_WORD;
                case TYPO -> Rule.TYPO;
            };
            found.add(linter.inText(
                    rule, page, field + ":" + word.word(), word.better(), word.word(), Personal.masked(hit.around())));
        }
        Personal.in(text).stream()
                .distinct()
                .forEach(number -> found.add(linter.inText(
                        number.rule(), page, field + ":" + number.masked(), Optional.empty(), number.masked())));
    }

    private static Word checked(Word word, int line) {
        if (!isUsable(word.word())) {
            throw Problem.invalid("word_invalid", "items", line);
        }
        if (word.kind() != Kind.TYPO) {
            return new Word(word.word().strip(), word.kind(), Optional.empty());
        }
        String better = word.better().orElseThrow(() -> Problem.invalid("better_missing", "items", line));
        if (!isUsable(better) || better.strip().equals(word.word().strip())) {
            throw Problem.invalid("better_invalid", "items", line);
        }
        return new Word(word.word().strip(), word.kind(), Optional.of(better.strip()));
    }

    private static boolean isUsable(String text) {
        return !text.isBlank() && text.strip().matches("[^\\p{Cntrl}<>]{1," + LONGEST + "}");
    }

    private void require(Actor by) {
        memory.now().root().ifPresent(root -> authority.require(by, MANAGE, root.code()));
    }

    private void reload() {
        now = new WordIndex(rows.all().items());
    }
}
