package org.jutong.sitegroup;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What readers must know of an official document (公文) beside its text: whether it is in force, and what explains it. Neither
 * is part of a version; a change holds at once wherever the article is placed. Thread-safe.
 */
@ProviderType
public interface OfficialDocuments {

    /**
     * What is known of it, also of articles that readers do not see. For whoever may read the article.
     *
     * @throws org.jutong.plugin.Problem {@code article_not_found} (404)
     */
    Facts of(Actor by, long article);

    /**
     * Says whether the document is in force; empty takes back what was said. Permission {@code article.publish} on the
     * owning site.
     *
     * @throws org.jutong.plugin.Problem {@code article_not_found} (404); {@code not_a_document} (409) for an article with
     *     neither number nor subject; {@code since_invalid} for a day before 1949-10-01 or after the year to come, {@code
     *     basis_too_long} (200 characters) (400)
     */
    Facts stand(Actor by, long article, Optional<Standing> standing);

    /**
     * Says which documents the article interprets (解读); each page links to the other while readers see both. Replaces what
     * was said before. Permission {@code article.write} on the owning site, {@code article.publish} where readers see the
     * article.
     *
     * @param documents at most {@link #MOST}
     * @throws org.jutong.plugin.Problem {@code article_not_found} (404); {@code document_not_found}, {@code
     *     interprets_itself}, {@code too_many_documents} (400, field {@code documents})
     */
    Facts interpret(Actor by, long article, List<Long> documents);

    /** So many documents can one article interpret. */
    int MOST = 20;

    /**
     * What is known.
     *
     * @param standing empty where nothing was said
     * @param interprets the documents that it explains
     * @param interpretedBy what explains it
     */
    record Facts(Optional<Standing> standing, List<Related> interprets, List<Related> interpretedBy) {

        /** Nothing. */
        public static final Facts NONE = new Facts(Optional.empty(), List.of(), List.of());
    }

    /**
     * Whether it is in force.
     *
     * @param since the first day of it
     * @param basis what decided it, such as the number of the repealing document; may be empty
     */
    record Standing(Force force, LocalDate since, String basis) {}

    /**
     * Another article.
     *
     * @param site where to read it: the site that asks where it is there, else its owner
     * @param published whether readers see it
     */
    record Related(long article, String title, SiteCode site, boolean published) {}

    /** Whether a document is in force. The names are stored and must never change. */
    enum Force {
        /** 有效. */
        IN_FORCE,
        /** 废止: another document ended it. */
        REPEALED,
        /** 失效: it ended by itself. */
        EXPIRED
    }
}
