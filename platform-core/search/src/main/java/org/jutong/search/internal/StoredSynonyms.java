package org.jutong.search.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.NodeChanges;
import org.jutong.identity.NodeFollower;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.search.internal.index.Synonyms;
import org.jutong.search.internal.store.SynonymRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The platform's synonyms, in memory as well. Thread-safe. */
@Component(service = {StoredSynonyms.class, NodeFollower.class})
public final class StoredSynonyms implements NodeFollower {

    private static final int MOST = 2_000;
    private static final int WORDS = 20;
    private static final int LONGEST = 30;

    private final Store store;
    private final SynonymRows rows;
    private final SearchRights rights;
    private final Audit audit;
    private final NodeChanges nodes;
    private volatile Synonyms now;

    /** Reads them. */
    @Activate
    public StoredSynonyms(
            @Reference(target = "(osgi.unit.name=search)") Store store,
            @Reference SearchRights rights,
            @Reference Audit audit,
            @Reference NodeChanges nodes) {
        this.store = store;
        this.rows = new SynonymRows(store);
        this.rights = rights;
        this.audit = audit;
        this.nodes = nodes;
        reload();
    }

    /** To ask with. */
    public Synonyms now() {
        return now;
    }

    /** All groups. Permission {@code search.manage} on the whole platform. */
    public List<List<String>> all(Actor by) {
        rights.require(by);
        return rows.all();
    }

    /**
     * These groups and no others. Permission {@code search.manage} on the whole platform.
     *
     * @throws Problem {@code synonyms_missing}, {@code synonyms_too_many} (2,000), {@code synonym_group_invalid} (400): a group
     *     has 2 to 20 words of at most 30 characters and without blanks or quotes
     */
    public List<List<String>> replace(Actor by, List<List<String>> groups) {
        rights.require(by);
        if (groups == null) {
            throw Problem.invalid("synonyms_missing", "groups");
        }
        if (groups.size() > MOST) {
            throw Problem.invalid("synonyms_too_many", "groups", MOST);
        }
        for (int i = 0; i < groups.size(); i++) {
            if (!isGroup(groups.get(i))) {
                throw Problem.invalid("synonym_group_invalid", "groups", i + 1);
            }
        }
        store.recorded(
                () -> {
                    rows.replace(groups);
                    return groups.size();
                },
                size -> audit.record(
                        Event.done(Action.SEARCH_CHANGE, by, "search:synonyms").saying("groups: " + size)));
        reload();
        nodes.note(kind(), List.of("all"));
        return groups;
    }

    private static boolean isGroup(List<String> words) {
        if (words == null || words.size() < 2 || words.size() > WORDS) {
            return false;
        }
        Set<String> seen = new HashSet<>();
        return words.stream()
                .allMatch(word -> Objects.nonNull(word)
                        && word.matches("[^\\s\\p{Z}\\p{Cntrl}\"“”<>]{1," + LONGEST + "}")
                        && seen.add(word));
    }

    @Override
    public String kind() {
        return "synonyms";
    }

    @Override
    public void follow(List<String> names) {
        reload();
    }

    private void reload() {
        now = new Synonyms(rows.all());
    }
}
