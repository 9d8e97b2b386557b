package org.jutong.sitegroup.internal.files;

import java.io.InputStream;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Authority;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleFile;
import org.jutong.sitegroup.ArticleFiles;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.internal.review.ArticleRights;
import org.jutong.sitegroup.internal.store.ArticleFileRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The files of articles in the site group's tables. */
@Component(service = ArticleFiles.class)
public final class StoredArticleFiles implements ArticleFiles {

    private final Store store;
    private final ArticleFileRows rows;
    private final ArticleRights rights;
    private final Authority authority;
    private final Audit audit;
    private final Clock clock;

    /** Over the site group's tables. */
    @Activate
    public StoredArticleFiles(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference ArticleRights rights,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.rows = new ArticleFileRows(store);
        this.rights = rights;
        this.authority = authority;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public ArticleFile add(Actor by, long article, String name, InputStream content) {
        Article owner = requireWriter(by, article);
        AcceptedFile accepted = AcceptedFile.of(name, StoredFiles.read(content));
        try {
            return add(by, owner, accepted);
        } catch (DuplicateKey raced) {
            return add(by, owner, accepted);
        }
    }

    private ArticleFile add(Actor by, Article owner, AcceptedFile accepted) {
        return store.recorded(
                () -> rows.add(owner.id(), accepted.name(), accepted.sized(), by.username(), clock.instant(), MOST),
                added -> audit.record(Event.done(Action.FILE_KEEP, by, "article:" + owner.id())
                        .on(owner.owner())
                        .saying(added.file().sha256())));
    }

    @Override
    public List<ArticleFile> of(Actor by, long article) {
        return rows.of(rights.readable(by, article).id());
    }

    @Override
    public StoredFile get(Actor by, long article, String name) {
        return rows.find(rights.readable(by, article).id(), name)
                .orElseThrow(() -> Problem.notFound("file_not_found", name));
    }

    @Override
    public void remove(Actor by, long article, String name) {
        Article owner = requireWriter(by, article);
        store.recorded(
                () -> rows.remove(article, name),
                removed -> audit.record(Event.done(Action.FILE_REMOVE, by, "article:" + article)
                        .on(owner.owner())
                        .saying(removed.sha256())));
    }

    @Override
    public List<ArticleFile> shown(Article article) {
        String body = article.body();
        if (!body.contains("/files/")) {
            return List.of();
        }
        return rows.of(article.id()).stream()
                .filter(file -> ArticleFileRows.leadsTo(body, file.name()))
                .sorted(Comparator.comparingInt(file -> body.indexOf(file.name())))
                .toList();
    }

    @Override
    public Optional<StoredFile> onSite(SiteCode site, String name) {
        return rows.onSite(site, name);
    }

    @Override
    public Optional<String> words(StoredFile file) {
        return rows.words(file.sha256());
    }

    @Override
    public void keepWords(StoredFile file, String words) {
        try {
            rows.keepWords(file.sha256(), words);
        } catch (DuplicateKey raced) {
            // another node read the same content at the same moment
        }
    }

    private Article requireWriter(Actor by, long id) {
        Article article = rights.readable(by, id);
        authority.require(by, ArticleRights.WRITE, article.owner(), article.column());
        return article;
    }
}
