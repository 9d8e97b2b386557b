package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.Optional;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles.Draft;

/**
 * An article as a package has it.
 *
 * @param id its number on this platform, 0 before it is stored
 * @param draft what it says
 * @param state whether it is public
 * @param by who wrote it, by the name there
 * @param written when
 * @param changed when it was last changed
 * @param from the site that wrote it, where another one pushed it to this one; empty for an own one
 */
public record PackedArticle(
        long id,
        Draft draft,
        Article.State state,
        String by,
        Instant written,
        Instant changed,
        Optional<SiteCode> from) {

    /** Where its text stands in the package. */
    public PackedArticle saying(String body) {
        return new PackedArticle(id, draft.withBody(body), state, by, written, changed, from);
    }
}
