package org.jutong.sitegroup.internal.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.sitegroup.WordList;
import org.jutong.sitegroup.WordList.Kind;
import org.jutong.sitegroup.WordList.Word;
import org.jutong.sitegroup.WordList.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of words that texts are checked for. */
@Component(service = RestResource.class)
@Path("words")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WordsResource implements RestResource {

    private final WordList words;

    @Activate
    public WordsResource(@Reference WordList words) {
        this.words = words;
    }

    /** All of them. */
    @GET
    @Permission("article.words")
    public WordsView all(@Context Actor actor) {
        return WordsView.of(words.all(actor));
    }

    /** These and no others; {@code version} is that of the list that was seen. */
    @PUT
    @Permission("article.words")
    public WordsView replace(WordsView request, @Context Actor actor) {
        if (request == null || request.items() == null) {
            throw Problem.invalid("word_list_missing", "items");
        }
        if (request.version() == null) {
            throw Problem.invalid("version_missing", "version");
        }
        List<Word> wanted = new ArrayList<>();
        for (int i = 0; i < request.items().size(); i++) {
            wanted.add(WordView.word(request.items().get(i), i + 1));
        }
        return WordsView.of(words.replace(actor, request.version(), wanted));
    }

    /** The list. */
    public record WordsView(Integer version, List<WordView> items) {

        static WordsView of(Words words) {
            return new WordsView(
                    words.version(), words.items().stream().map(WordView::of).toList());
        }
    }

    /** A word; {@code kind} sensitive, doubtful or typo, {@code better} for a typo alone. */
    public record WordView(String word, String kind, String better) {

        static WordView of(Word word) {
            return new WordView(
                    word.word(), ArticleBodies.name(word.kind()), word.better().orElse(null));
        }

        static Word word(WordView given, int line) {
            if (given == null || given.word() == null) {
                throw Problem.invalid("word_invalid", "items", line);
            }
            Kind kind = Arrays.stream(Kind.values())
                    .filter(each -> ArticleBodies.name(each).equals(given.kind()))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("word_kind_unknown", "items", line));
            return new Word(given.word(), kind, Optional.ofNullable(given.better()));
        }
    }
}
