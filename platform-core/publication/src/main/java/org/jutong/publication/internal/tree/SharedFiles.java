package org.jutong.publication.internal.tree;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jutong.plugin.SiteCode;
import org.jutong.publication.internal.tree.Book.Entry;
import org.jutong.sitegroup.PublicPages;
import org.jutong.sitegroup.PublicPages.Answer;

/**
 * Files that pages of several sites lead to: those of the portal, and pictures and attachments, which the pages of one site may
 * show from another. One is there as long as a page needs it. Thread-safe.
 */
final class SharedFiles {

    static final String GROUP = "shared";

    private final Tree tree;
    private final PublicPages pages;
    private final Book book;
    private boolean changed;

    SharedFiles(Tree tree, PublicPages pages) throws IOException {
        this.tree = tree;
        this.pages = pages;
        this.book = tree.book(GROUP);
    }

    /** The site needs these now; what is not there is fetched. Returns those that exist. */
    synchronized Set<String> need(SiteCode site, Set<String> addresses) throws IOException {
        Set<String> there = new HashSet<>();
        for (String address : addresses) {
            Optional<Entry> known = book.find(address);
            if (known.isEmpty()) {
                Optional<Answer> file = pages.get(address);
                if (file.isPresent()) {
                    Entry made;
                    try (Stage stage = tree.stage(GROUP)) {
                        made = put(stage, TreeAddress.of(address).orElseThrow().file(), file.get(), Set.of());
                        stage.commit();
                    }
                    needed(address, made, site);
                    there.add(address);
                }
            } else {
                needed(address, known.get(), site);
                there.add(address);
            }
        }
        return there;
    }

    private void needed(String address, Entry entry, SiteCode site) {
        if (!entry.links().contains(site.value())) {
            Set<String> sites = new TreeSet<>(entry.links());
            sites.add(site.value());
            book.put(address, new Entry(entry.file(), entry.sum(), entry.zipped(), sites));
            changed = true;
        }
    }

    /** The site needs nothing but these any more; what no site needs is taken away. */
    synchronized void keepOnly(SiteCode site, Set<String> addresses) throws IOException {
        try (Stage stage = tree.stage(GROUP)) {
            for (String address : Set.copyOf(book.addresses())) {
                Entry entry = book.find(address).orElseThrow();
                if (entry.links().contains(site.value()) && !addresses.contains(address)) {
                    Set<String> sites = new TreeSet<>(entry.links());
                    sites.remove(site.value());
                    if (sites.isEmpty()) {
                        book.remove(address);
                        if (!book.has(entry.file())) {
                            entry.files().forEach(file -> stage.remove("www/" + file));
                        }
                    } else {
                        book.put(address, new Entry(entry.file(), entry.sum(), entry.zipped(), sites));
                    }
                    changed = true;
                }
            }
            if (!stage.isEmpty()) {
                stage.commit();
            }
        }
    }

    /** Writes down what is there, before it is signed. */
    synchronized void save() throws IOException {
        if (changed) {
            try (Stage stage = tree.stage(GROUP)) {
                tree.commit(GROUP, stage, book);
            }
            changed = false;
        }
    }

    /** Makes an answer ready, compressed besides where that is worth it. */
    static Entry put(Stage stage, String file, Answer answer, Set<String> links) throws IOException {
        byte[] content = answer.content();
        stage.put("www/" + file, content);
        String zipped = "";
        if (isText(answer.type()) && content.length >= 1024) {
            byte[] small = Digests.gzip(content);
            stage.put("www/" + file + ".gz", small);
            zipped = Digests.of(small);
        }
        return new Entry(file, Digests.of(content), zipped, links);
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("javascript");
    }
}
