package org.jutong.sitegroup;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Attachments and pictures of articles. A file belongs to the article for which it was handed in. The article's text
 * says which of them readers get: one to which the public text leads is public wherever the article is, and no other.
 * Thread-safe.
 */
@ProviderType
public interface ArticleFiles {

    /** So many an article has at most. */
    int MOST = 100;

    /**
     * Adds a file; nobody sees it before a text leads to it. A picture is stored anew, without what its camera wrote into
     * it, and in smaller widths. Permission {@code article.write}.
     *
     * @param content read to its end; the caller closes it
     * @throws org.jutong.plugin.Problem {@code file_name_missing}, {@code file_name_invalid}, {@code file_empty} (400);
     *     {@code file_too_large} (413); {@code file_type_not_allowed}, {@code file_content_contradicts_name},
     *     {@code file_with_macros}, {@code picture_unreadable}, {@code picture_too_large} (415);
     *     {@code too_many_files} (409)
     */
    ArticleFile add(Actor by, long article, String name, InputStream content);

    /** Those of an article, the oldest first, for whoever may read it. */
    List<ArticleFile> of(Actor by, long article);

    /**
     * One of them, or a smaller picture, for whoever may read the article.
     *
     * @throws org.jutong.plugin.Problem {@code file_not_found} (404)
     */
    StoredFile get(Actor by, long article, String name);

    /**
     * Removes a file for good. Permission {@code article.write}.
     *
     * @throws org.jutong.plugin.Problem {@code file_not_found} (404); {@code file_in_text} (409) where the public or the
     *     newest text leads to it
     */
    void remove(Actor by, long article, String name);

    /** Those to which the article's text leads, in its order. No rights are asked for. */
    List<ArticleFile> shown(Article article);

    /** A file or a smaller picture that is public on a site at the moment; empty otherwise. No rights are asked for. */
    Optional<StoredFile> onSite(SiteCode site, String name);

    /** The words of a content, as somebody kept them; empty before that. No rights are asked for. */
    Optional<String> words(StoredFile file);

    /**
     * Keeps the words of a content beside it, for all files that have it and for as long; those that are kept already stay.
     * No rights are asked for.
     */
    void keepWords(StoredFile file, String words);
}
