package org.jutong.publication.internal.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jutong.plugin.SiteCode;
import org.jutong.publication.internal.tree.Book.Entry;
import org.jutong.sitegroup.PublicPages;
import org.jutong.sitegroup.PublicPages.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the pages of one site up to date. The site's tree is what can be reached from its first page: pages that a change may
 * touch are made anew, those of the others are known from the book, and what nothing leads to any more is taken away. A page
 * that comes out as it was is not written. For one thread.
 */
final class SitePages {

    private static final Logger LOG = LoggerFactory.getLogger(SitePages.class);
    private static final String HANT = "/hant";

    private final Tree tree;
    private final SharedFiles shared;
    private final PublicPages pages;
    private final SiteCode site;
    private final Book old;
    private final Book next = new Book();
    private final Set<String> frameLinks = new HashSet<>();
    private final Set<Long> touchedArticles;
    private final Set<String> touchedColumns;
    private final Map<String, Optional<Answer>> ahead = new HashMap<>();
    private boolean everything;
    private int made;
    private int written;
    private int removed;
    private int failed;
    private boolean whole = true;

    SitePages(Tree tree, SharedFiles shared, PublicPages pages, SiteCode site, SiteChange change) throws IOException {
        this.tree = tree;
        this.shared = shared;
        this.pages = pages;
        this.site = site;
        this.old = tree.book(site.value());
        this.everything = change.everything() || old.size() == 0;
        this.touchedArticles = new HashSet<>(change.articles());
        this.touchedColumns = new HashSet<>(change.columns());
    }

    /** @param frame what the pages' frame is made of besides what the page for missing addresses shows */
    Outcome publish(String frame) throws IOException {
        try (Stage stage = tree.stage(site.value())) {
            frame(stage, frame);
            if (!everything) {
                touched();
            }
            reach(stage);
            Set<String> needs = new LinkedHashSet<>(frameLinks);
            next.addresses()
                    .forEach(address ->
                            needs.addAll(next.find(address).orElseThrow().links()));
            needs.removeIf(address ->
                    !TreeAddress.of(address).filter(TreeAddress::shared).isPresent());
            Set<String> there = shared.need(site, needs);
            for (String address : old.addresses()) {
                if (next.find(address).isEmpty()) {
                    old.find(address).orElseThrow().files().forEach(file -> stage.remove("www/" + file));
                    removed++;
                }
            }
            if (!next.isSame(old) || !stage.isEmpty()) {
                tree.commit(site.value(), stage, next);
            }
            shared.keepOnly(site, there);
        }
        return new Outcome(made, written, removed, failed, whole);
    }

    /** Takes all pages away; in their place stands the page of a closed site, where there is one. */
    Outcome close() throws IOException {
        try (Stage stage = tree.stage(site.value())) {
            Optional<Answer> closed = pages.closed(site);
            if (closed.isPresent()) {
                keep(stage, "!closed", "sites/" + site + "/closed.html", closed.get(), Set.of());
            }
            for (String address : old.addresses()) {
                if (next.find(address).isEmpty()) {
                    old.find(address).orElseThrow().files().forEach(file -> stage.remove("www/" + file));
                    removed++;
                }
            }
            if (!next.isSame(old) || !stage.isEmpty()) {
                tree.commit(site.value(), stage, next);
            }
            shared.keepOnly(site, Set.of());
        }
        return new Outcome(made, written, removed, failed, true);
    }

    private void frame(Stage stage, String frame) throws IOException {
        Answer plain = pages.missing(site, false);
        frameLinks.addAll(links(plain));
        keep(stage, "!missing", "sites/" + site + "/404.html", plain, Set.of());
        Answer traditional = pages.missing(site, true);
        frameLinks.addAll(links(traditional));
        keep(stage, "!missing-hant", "hant/sites/" + site + "/404.html", traditional, Set.of());
        String now = Digests.of((Digests.of(plain.content()) + frame).getBytes(StandardCharsets.UTF_8));
        everything = everything || !now.equals(old.frame());
        next.frame(now);
    }

    /** Pages that led to what changed, the lists that these are, and what the changed ones lead to now. */
    private void touched() {
        Set<Long> changed = Set.copyOf(touchedArticles);
        for (String address : old.addresses()) {
            boolean leads = old.find(address).orElseThrow().links().stream()
                    .map(TreeAddress::of)
                    .anyMatch(link -> link.filter(each -> shows(each, changed)).isPresent());
            if (leads) {
                TreeAddress.of(address).ifPresent(this::touch);
            }
        }
        for (long article : changed) {
            String address = home("") + "articles/" + article;
            Optional<Answer> page = answer(address);
            ahead.put(address, page);
            page.ifPresent(known -> links(known).stream()
                    .filter(link -> !frameLinks.contains(link))
                    .flatMap(link -> TreeAddress.of(link).stream())
                    .filter(link -> link.article().isPresent())
                    .forEach(this::touch));
        }
    }

    private void touch(TreeAddress page) {
        page.column().ifPresent(touchedColumns::add);
        page.article().ifPresent(touchedArticles::add);
    }

    private static boolean shows(TreeAddress page, Set<Long> articles) {
        return page.article().isPresent() && articles.contains(page.article().getAsLong());
    }

    private boolean isTouched(String address, TreeAddress page) {
        return everything
                || old.find(address).isEmpty()
                || shows(page, touchedArticles)
                || page.column().filter(touchedColumns::contains).isPresent()
                || page.column().isEmpty() && page.article().isEmpty();
    }

    private void reach(Stage stage) throws IOException {
        Deque<String> open = new ArrayDeque<>(Set.of(home(""), home(HANT)));
        open.addAll(frameLinks);
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            String address = open.poll();
            Optional<TreeAddress> page = TreeAddress.of(address).filter(each -> !each.shared());
            if (page.isPresent()) {
                for (String link : visit(stage, address, page.get())) {
                    if (seen.add(link)) {
                        open.add(link);
                    }
                }
            }
        }
    }

    /** Where the page leads to. */
    private Set<String> visit(Stage stage, String address, TreeAddress page) throws IOException {
        if (!isTouched(address, page)) {
            Entry known = old.find(address).orElseThrow();
            next.put(address, known);
            return known.links();
        }
        Optional<Answer> answer;
        try {
            answer = ahead.containsKey(address) ? ahead.remove(address) : answer(address);
        } catch (RuntimeException e) {
            LOG.error("The page {} could not be made; the tree keeps the one it has", address, e);
            failed++;
            whole = false;
            old.find(address).ifPresent(known -> next.put(address, known));
            return old.find(address).map(Entry::links).orElse(Set.of());
        }
        if (answer.isEmpty()) {
            return Set.of();
        }
        Set<String> links = links(answer.get());
        links.removeAll(frameLinks);
        keep(stage, address, page.file(), answer.get(), links);
        return links;
    }

    private void keep(Stage stage, String address, String file, Answer answer, Set<String> links) throws IOException {
        made++;
        whole &= answer.whole();
        String sum = Digests.of(answer.content());
        Optional<Entry> known = old.find(address)
                .filter(entry -> entry.sum().equals(sum) && entry.file().equals(file));
        if (known.isPresent()) {
            next.put(address, new Entry(file, sum, known.get().zipped(), links));
        } else {
            written++;
            next.put(address, SharedFiles.put(stage, file, answer, links));
        }
    }

    private Optional<Answer> answer(String address) {
        return pages.get(address);
    }

    private Set<String> links(Answer answer) {
        return TreeAddress.links(new String(answer.content(), StandardCharsets.UTF_8), site);
    }

    private String home(String prefix) {
        return prefix + "/sites/" + site + "/";
    }
}
