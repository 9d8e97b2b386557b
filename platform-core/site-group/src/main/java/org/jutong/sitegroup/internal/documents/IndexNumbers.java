package org.jutong.sitegroup.internal.documents;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneId;
import java.util.Optional;
import org.jutong.columns.codes.IndexNumber;
import org.jutong.identity.Organisation;
import org.jutong.identity.Organisations;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Article.Document;
import org.jutong.sitegroup.internal.store.IndexCounters;
import org.jutong.sitegroup.internal.store.Numbering;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Index numbers (索引号) of official documents: organisation code, year, serial; given at publishing, without gaps, never
 * given again, and unchanged from then on. A document that had one elsewhere keeps it. Thread-safe.
 */
@Component(service = IndexNumbers.class)
public final class IndexNumbers {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final IndexCounters counters;
    private final Organisations organisations;
    private final Clock clock;

    /** Over the site group's tables. */
    @Activate
    public IndexNumbers(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Organisations organisations,
            @Reference Clock clock) {
        this.counters = new IndexCounters(store);
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * What the document's number counts in, ready to be used in the transaction that publishes it; empty for what is no
     * document, and where nobody is recorded as running its site.
     */
    public Optional<Numbering> of(Article article) {
        Document document = article.document();
        if (document.equals(Document.NONE)) {
            return Optional.empty();
        }
        Optional<Numbering> numbering = document.index().isPresent()
                ? document.index().flatMap(IndexNumbers::read)
                : own(article.owner()).map(code -> new Numbering(code, year(article)));
        numbering.ifPresent(counters::prepare);
        return numbering;
    }

    /**
     * Passes a number that an editor typed.
     *
     * @param had what the article has already
     * @throws Problem {@code index_number_assigned_here} (400), {@code index_number_taken} (409)
     */
    public void requireUsable(SiteCode owner, Optional<String> typed, long article, Optional<String> had) {
        typed.filter(number -> !had.equals(typed)).ifPresent(number -> {
            read(number)
                    .filter(counted -> own(owner).equals(Optional.of(counted.organisation())))
                    .filter(this::isCountedHere)
                    .ifPresent(counted -> {
                        throw Problem.invalid("index_number_assigned_here", "indexNumber", number);
                    });
            counters.holder(number, article).ifPresent(other -> {
                throw IndexCounters.taken(number, other);
            });
        });
    }

    /** Years before the platform began to count keep the numbers that they had. */
    private boolean isCountedHere(Numbering numbering) {
        return numbering.year() >= Year.now(clock.withZone(BEIJING)).getValue()
                || counters.last(numbering).filter(last -> last > 0).isPresent();
    }

    private int year(Article article) {
        return article.published().orElseGet(clock::instant).atZone(BEIJING).getYear();
    }

    /** Places 9 to 17 of the unified social credit code are the organisation code (GB 32100-2015). */
    private Optional<String> own(SiteCode site) {
        return organisations.runs(site).map(Organisation::code).map(code -> code.substring(8, 17));
    }

    private static Optional<Numbering> read(String number) {
        return Optional.of(number)
                .filter(IndexNumber::isFormed)
                .map(formed -> new Numbering(formed.substring(0, 9), Integer.parseInt(formed.substring(10, 14))));
    }
}
