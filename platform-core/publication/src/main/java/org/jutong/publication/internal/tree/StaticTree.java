package org.jutong.publication.internal.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jutong.plugin.SiteCode;
import org.jutong.publication.internal.tree.TreeFault.Kind;
import org.jutong.sitegroup.PublicPages;

/** The tree of all sites. Different sites may be published at once; checking and repairing is for one thread alone. */
public final class StaticTree {

    private final Tree tree;
    private final Seal seal;
    private final PublicPages pages;
    private final List<String> doubtful;
    private SharedFiles shared;

    /**
     * Opens it, or begins one.
     *
     * @param root its folder
     */
    public StaticTree(Path root, Seal seal, PublicPages pages) throws IOException {
        this.tree = new Tree(root, seal);
        this.seal = seal;
        this.pages = pages;
        this.doubtful = tree.open();
        this.shared = new SharedFiles(tree, pages);
    }

    /** Whether some of it is not what was signed last, as after a crash; all sites are to be published again then. */
    public boolean isDoubtful() {
        return !doubtful.isEmpty();
    }

    /** Sites that it has pages of. */
    public List<SiteCode> sites() throws IOException {
        return tree.groups().stream()
                .filter(group -> !group.equals(SharedFiles.GROUP))
                .map(SiteCode::new)
                .toList();
    }

    /** Whether it has a page of the article on this site. */
    public boolean has(SiteCode site, long article) {
        return tree.has("sites/" + site + "/articles/" + article + ".html");
    }

    /**
     * Brings a site up to date.
     *
     * @param frame what the frame of its pages is made of, besides what it shows
     */
    public Outcome publish(SiteCode site, SiteChange change, String frame) throws IOException {
        return new SitePages(tree, shared, pages, site, change).publish(frame);
    }

    /** Takes a site's pages away. */
    public Outcome close(SiteCode site) throws IOException {
        return new SitePages(tree, shared, pages, site, SiteChange.ALL).close();
    }

    /** Signs what is there now, where that is new. */
    public void seal(Instant now) throws IOException {
        shared.save();
        tree.seal(now);
    }

    /** Compares the tree with what was signed. */
    public TreeCheck check(IntConsumer progress) {
        return new TreeCheck(tree.root(), seal.publicKey(), progress);
    }

    /**
     * Takes away what does not belong there, and forgets what is not as it was, so that publishing all sites writes it again.
     * What no manifest names stays while a manifest is wrong: it may be what the right one names.
     */
    public void prepare(List<TreeFault> faults) throws IOException {
        boolean named =
                faults.stream().noneMatch(fault -> fault.kind() == Kind.SIGNATURE || fault.kind() == Kind.MANIFEST);
        Set<String> wrong = new HashSet<>();
        for (TreeFault fault : faults) {
            switch (fault.kind()) {
                case SIGNATURE -> forget(tree.groups());
                case MANIFEST -> forget(List.of(fault.path().replaceAll("^manifest/|\\.sha256$", "")));
                case EXTRA -> {
                    if (named) {
                        Files.deleteIfExists(tree.root().resolve(fault.path()));
                    }
                }
                default -> wrong.add(fault.path().replaceFirst("^www/", ""));
            }
        }
        for (String group : tree.groups()) {
            tree.lose(group, wrong);
        }
        shared = new SharedFiles(tree, pages);
    }

    private void forget(List<String> groups) throws IOException {
        for (String group : groups) {
            tree.forget(group);
        }
    }
}
