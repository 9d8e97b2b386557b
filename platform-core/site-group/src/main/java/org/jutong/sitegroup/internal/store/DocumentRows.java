package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article.Document;
import org.jutong.sitegroup.OfficialDocuments.Facts;
import org.jutong.sitegroup.OfficialDocuments.Standing;

/** What is stored of official documents beside their text. */
public final class DocumentRows {

    private final Store store;

    /** Over the site group's tables. */
    public DocumentRows(Store store) {
        this.store = store;
    }

    /** What is known then, and the sites whose pages change. */
    public record Changed(Facts facts, List<SiteCode> sites) {}

    /** What is known of one that is there. */
    public Facts of(long id) {
        return store.read(em -> Relations.all(em, em.find(ArticleRow.class, id)));
    }

    /** Says whether it is in force. */
    public Changed stand(long id, Optional<Standing> standing, String by, Instant at) {
        return store.write(em -> {
            ArticleRow row = ArticleRows.lock(em, id);
            if (row.article().document().equals(Document.NONE)) {
                throw Problem.conflict("not_a_document", String.valueOf(id));
            }
            row.stand(standing, by, at);
            ArticleChanges.note(em, id);
            em.flush();
            return new Changed(Relations.all(em, row), Placements.sites(em, id));
        });
    }

    /** Says which documents it interprets; none of them is the article itself. */
    public Changed interpret(long id, Set<Long> documents) {
        return store.write(em -> {
            ArticleRow row = ArticleRows.lock(em, id);
            List<Long> before = Relations.documents(em, id);
            Set<SiteCode> sites = new LinkedHashSet<>(Relations.sites(em, id));
            for (long document : documents) {
                if (!before.contains(document)) {
                    require(em, document);
                    em.persist(new InterpretationRow(id, document));
                }
            }
            List<Long> gone = new ArrayList<>(before);
            gone.removeAll(documents);
            gone.forEach(
                    document -> em.remove(em.find(InterpretationRow.class, new InterpretationRow.Key(id, document))));
            em.flush();
            Set<Long> touched = new LinkedHashSet<>(before);
            touched.addAll(documents);
            touched.add(id);
            ArticleChanges.note(em, touched);
            sites.addAll(Relations.sites(em, id));
            return new Changed(Relations.all(em, row), List.copyOf(sites));
        });
    }

    private static void require(EntityManager em, long document) {
        if (em.find(ArticleRow.class, document) == null) {
            throw Problem.invalid("document_not_found", "documents", String.valueOf(document));
        }
    }
}
