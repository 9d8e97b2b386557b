package org.jutong.search.internal;

import java.util.List;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.NodeChanges;
import org.jutong.identity.NodeFollower;
import org.jutong.plugin.Actor;
import org.jutong.search.internal.index.IndexKeeper;
import org.jutong.search.internal.index.IndexKeeper.State;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The index as those see it who look after it. Each node has its own; a new one is built on all of them. */
@Component(service = {SearchCare.class, NodeFollower.class})
public final class SearchCare implements NodeFollower {

    private final IndexKeeper keeper;
    private final SearchRights rights;
    private final Audit audit;
    private final NodeChanges nodes;

    @Activate
    public SearchCare(
            @Reference IndexKeeper keeper,
            @Reference SearchRights rights,
            @Reference Audit audit,
            @Reference NodeChanges nodes) {
        this.keeper = keeper;
        this.rights = rights;
        this.audit = audit;
        this.nodes = nodes;
    }

    /** How this node's index stands. Permission {@code search.manage} on the whole platform. */
    public State state(Actor by) {
        rights.require(by);
        return keeper.state();
    }

    /** Begins new indexes, unless they are being built; searches go on in the old ones. The same permission. */
    public State rebuild(Actor by) {
        rights.require(by);
        audit.record(Event.done(Action.SEARCH_CHANGE, by, "search:index"));
        keeper.rebuild();
        nodes.note(kind(), List.of("rebuild"));
        return keeper.state();
    }

    @Override
    public String kind() {
        return "search-index";
    }

    @Override
    public void follow(List<String> names) {
        keeper.rebuild();
    }
}
