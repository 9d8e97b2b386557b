package org.jutong.web.internal.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Article.Document;
import org.jutong.sitegroup.OfficialDocuments.Related;
import org.jutong.sitegroup.OfficialDocuments.Standing;
import org.jutong.sitegroup.Reading.Entry;
import org.jutong.sitegroup.Reading.Placed;

/** What an article's page shows besides the frame. */
record ArticlePage(Dates dates, Departures departures, Attachments attachments) {

    Map<String, Object> of(PortalView view, Placed placed, List<Link> trail) {
        Article article = placed.article();
        Map<String, Object> model = new HashMap<>();
        model.put("trail", trail);
        model.put("headline", article.title());
        model.put("source", article.source());
        model.put("author", article.author());
        model.put("published", article.published().map(dates::minute).orElse(""));
        model.put("document", document(article.document()));
        model.put(
                "standing", placed.facts().standing().map(ArticlePage::standing).orElse(Map.of()));
        model.put("interprets", links(view, placed.facts().interprets()));
        model.put("interpretations", links(view, placed.facts().interpretedBy()));
        Attachments.Shown shown = attachments.of(article, view.site().code());
        model.put("body", departures.marked(shown.body(), view.links().leave(article.id(), "")));
        model.put("attachments", shown.saved());
        model.put("previous", link(view, placed.previous()));
        model.put("next", link(view, placed.next()));
        return model;
    }

    private static List<Fact> document(Document document) {
        List<Fact> facts = new ArrayList<>();
        document.index().ifPresent(index -> facts.add(new Fact("index", index)));
        document.subject().ifPresent(subject -> facts.add(new Fact("subject", subject)));
        document.number().ifPresent(number -> facts.add(new Fact("number", number)));
        return facts;
    }

    private static Map<String, String> standing(Standing said) {
        return Map.of(
                "force", said.force().name().toLowerCase(Locale.ROOT),
                "since", said.since().toString(),
                "basis", said.basis());
    }

    private static List<Link> links(PortalView view, List<Related> related) {
        return related.stream()
                .map(each -> new Link(each.title(), view.links().article(each.site(), each.article())))
                .toList();
    }

    /** A link without an address where there is none. */
    private static Link link(PortalView view, Optional<Entry> entry) {
        return entry.map(each -> new Link(each.title(), view.links().article(each.id())))
                .orElse(new Link("", ""));
    }
}
