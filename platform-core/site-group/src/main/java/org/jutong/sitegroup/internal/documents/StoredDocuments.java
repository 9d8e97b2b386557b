package org.jutong.sitegroup.internal.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.runtime.SiteChanges;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.OfficialDocuments;
import org.jutong.sitegroup.internal.PlainText;
import org.jutong.sitegroup.internal.review.ArticleRights;
import org.jutong.sitegroup.internal.store.DocumentRows;
import org.jutong.sitegroup.internal.store.DocumentRows.Changed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Official documents in the site group's tables. */
@Component(service = OfficialDocuments.class)
public final class StoredDocuments implements OfficialDocuments {

    private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST = 200;

    private final Store store;
    private final DocumentRows rows;
    private final ArticleRights rights;
    private final Authority authority;
    private final Audit audit;
    private final SiteChanges changes;
    private final Clock clock;

    /** Over the site group's tables. */
    @Activate
    public StoredDocuments(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference ArticleRights rights,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference SiteChanges changes,
            @Reference Clock clock) {
        this.store = store;
        this.rows = new DocumentRows(store);
        this.rights = rights;
        this.authority = authority;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public Facts of(Actor by, long article) {
        rights.readable(by, article);
        return rows.of(article);
    }

    @Override
    public Facts stand(Actor by, long id, Optional<Standing> standing) {
        Article article = rights.readable(by, id);
        authority.require(by, ArticleRights.PUBLISH, article.owner(), article.column());
        Optional<Standing> checked = standing.map(this::checked);
        return changed(
                () -> rows.stand(id, checked, by.username(), clock.instant()),
                Event.done(Action.ARTICLE_STAND, by, "article:" + id)
                        .on(article.owner())
                        .saying(checked.map(said -> said.force() + " " + said.since() + " " + said.basis())
                                .orElse("")
                                .strip()));
    }

    @Override
    public Facts interpret(Actor by, long id, List<Long> documents) {
        Article article = rights.readable(by, id);
        boolean seen = article.state() == Article.State.PUBLISHED;
        String permission = seen ? ArticleRights.PUBLISH : ArticleRights.WRITE;
        authority.require(by, permission, article.owner(), article.column());
        Set<Long> distinct = new LinkedHashSet<>(documents);
        if (distinct.size() > MOST) {
            throw Problem.invalid("too_many_documents", "documents", MOST);
        }
        if (distinct.contains(id)) {
            throw Problem.invalid("interprets_itself", "documents");
        }
        return changed(
                () -> rows.interpret(id, distinct),
                Event.done(Action.ARTICLE_INTERPRET, by, "article:" + id)
                        .on(article.owner())
                        .saying(distinct.toString()));
    }

    private Facts changed(Supplier<Changed> work, Event event) {
        Changed done = store.recorded(work, made -> audit.record(event));
        changes.changed(done.sites());
        return done.facts();
    }

    private Standing checked(Standing said) {
        LocalDate last = LocalDate.now(clock.withZone(BEIJING)).plusYears(1);
        if (said.since().isBefore(FIRST) || said.since().isAfter(last)) {
            throw Problem.invalid("since_invalid", "since");
        }
        return new Standing(said.force(), said.since(), PlainText.optional("basis", said.basis(), LONGEST));
    }
}
