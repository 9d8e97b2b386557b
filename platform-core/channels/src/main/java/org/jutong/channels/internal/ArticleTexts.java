package org.jutong.channels.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jutong.plugin.PushChannel.Text;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleJournal;
import org.jutong.sitegroup.ArticleJournal.Published;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Articles as readers of a site have them, for channels. Thread-safe. */
@Component(service = ArticleTexts.class)
public final class ArticleTexts {

    private static final int SUMMARY = 120;

    private final ArticleJournal journal;
    private final String publicUrl;

    /** With the address under which people reach the platform. */
    @Activate
    public ArticleTexts(@Reference ArticleJournal journal) {
        this(
                journal,
                Optional.ofNullable(System.getenv("JUTONG_PUBLIC_URL"))
                        .orElseGet(() -> "http://127.0.0.1:"
                                + Optional.ofNullable(System.getenv("JUTONG_PORT"))
                                        .orElse("8181")));
    }

    ArticleTexts(ArticleJournal journal, String publicUrl) {
        this.journal = journal;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** These articles with their places, by number. */
    Map<Long, Published> read(Collection<Long> articles) {
        return journal.read(articles).stream()
                .collect(Collectors.toMap(each -> each.article().id(), each -> each, (one, two) -> one));
    }

    /** One of them, or empty where it never was. */
    Optional<Published> read(long article) {
        return Optional.ofNullable(read(List.of(article)).get(article));
    }

    /** Whether readers of the site have it. */
    static boolean isOn(Published article, SiteCode site) {
        return article.article().state() == Article.State.PUBLISHED
                && article.places().stream().anyMatch(place -> place.site().equals(site));
    }

    /** The print of what readers of the site have, which differs when any of it differs; empty where they have nothing. */
    static Optional<String> print(Optional<Published> article, SiteCode site) {
        return article.filter(known -> isOn(known, site)).map(known -> {
            Article text = known.article();
            return hash(String.join(
                    "\0",
                    text.title(),
                    text.source(),
                    text.author(),
                    text.body(),
                    text.published().map(Instant::toString).orElse("")));
        });
    }

    /** For a channel of this site. */
    Text text(Article article, SiteCode site) {
        Document page = Jsoup.parseBodyFragment(article.body(), publicUrl + "/sites/" + site + "/");
        page.outputSettings().prettyPrint(false);
        absolute(page, "href");
        absolute(page, "src");
        String plain = page.text().strip();
        return new Text(
                article.id(),
                article.title(),
                article.source(),
                article.author(),
                plain.codePointCount(0, plain.length()) <= SUMMARY
                        ? plain
                        : plain.substring(0, plain.offsetByCodePoints(0, SUMMARY - 1)) + "…",
                page.body().html(),
                article.published().orElse(Instant.EPOCH),
                publicUrl + "/sites/" + site + "/articles/" + article.id());
    }

    /** Where nothing of the article is known any more. */
    Text nothing(long article, SiteCode site) {
        return new Text(
                article, "", "", "", "", "", Instant.EPOCH, publicUrl + "/sites/" + site + "/articles/" + article);
    }

    private static void absolute(Document page, String attribute) {
        for (Element element : page.select("[" + attribute + "]")) {
            String whole = element.absUrl(attribute);
            if (!whole.isEmpty()) {
                element.attr(attribute, whole);
            }
        }
        page.select("[srcset]").removeAttr("srcset");
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
