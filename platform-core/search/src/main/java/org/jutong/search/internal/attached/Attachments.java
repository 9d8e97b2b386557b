package org.jutong.search.internal.attached;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleFile;
import org.jutong.sitegroup.ArticleFiles;
import org.jutong.sitegroup.Files;
import org.jutong.sitegroup.StoredFile;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The attachments of articles with their words, which are read from each content once and kept beside it. Thread-safe.
 */
@Component(service = Attachments.class)
public final class Attachments {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** So many characters of all attachments of an article count. */
    private static final int MOST = 500_000;

    private final ArticleFiles articleFiles;
    private final Files files;
    private final ReaderProcess reader;

    @Activate
    public Attachments(@Reference ArticleFiles articleFiles, @Reference Files files, BundleContext context) {
        this(articleFiles, files, () -> ReaderFolder.of(context.getBundle(), folder(context)), LIMIT);
    }

    /** With the class path of the reader, and the time that it has for a file. */
    public Attachments(ArticleFiles articleFiles, Files files, Supplier<String> classPath, Duration limit) {
        this.articleFiles = articleFiles;
        this.files = files;
        this.reader = new ReaderProcess(classPath, limit);
    }

    private static Path folder(BundleContext context) {
        return context.getDataFile("reader").toPath();
    }

    /** Those to which the article's text leads and that may have words. */
    public List<Attachment> of(Article article) {
        List<Attachment> all = new ArrayList<>();
        int left = MOST;
        for (ArticleFile each : articleFiles.shown(article)) {
            if (AttachedKind.of(each.file().type()).isPresent()) {
                int most = left;
                Optional<String> words = articleFiles
                        .words(each.file())
                        .map(given -> given.substring(0, Math.min(most, given.length())));
                all.add(new Attachment(each.name(), each.file().name(), words));
                left -= words.map(String::length).orElse(0);
            }
        }
        return all;
    }

    /** Reads those of the article that nobody has read yet; one that cannot be read has no words from then on. */
    public void read(Article article) {
        for (ArticleFile each : articleFiles.shown(article)) {
            StoredFile file = each.file();
            AttachedKind.of(file.type())
                    .filter(kind -> articleFiles.words(file).isEmpty())
                    .ifPresent(kind -> articleFiles.keepWords(file, reader.words(kind, files.content(file))));
        }
    }

    /** Lets the process go until there is something to read again. */
    public void rest() {
        reader.rest();
    }

    /** Ends the reading, also that of a file that is being read. */
    @Deactivate
    public void stop() {
        reader.close();
    }
}
