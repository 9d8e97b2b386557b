package org.jutong.publication.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Authority;
import org.jutong.plugin.Actor;
import org.jutong.publication.Publication;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tree for those who look after it: asks for the right and records what they did. */
@Component(service = Publication.class)
public final class PublicationCare implements Publication {

    /** The permission. */
    public static final String MANAGE = "publication.manage";

    private final Publisher publisher;
    private final NginxConfiguration nginx;
    private final Authority authority;
    private final Sites sites;
    private final Audit audit;

    @Activate
    public PublicationCare(
            @Reference Publisher publisher,
            @Reference NginxConfiguration nginx,
            @Reference Authority authority,
            @Reference Sites sites,
            @Reference Audit audit) {
        this.publisher = publisher;
        this.nginx = nginx;
        this.authority = authority;
        this.sites = sites;
        this.audit = audit;
    }

    @Override
    public State state(Actor by) {
        require(by);
        return publisher.state();
    }

    @Override
    public State run(Actor by) {
        return begin(by, "run", Phase.PUBLISHING);
    }

    @Override
    public State verify(Actor by) {
        return begin(by, "verify", Phase.VERIFYING);
    }

    @Override
    public State repair(Actor by) {
        return begin(by, "repair", Phase.REPAIRING);
    }

    private State begin(Actor by, String what, Phase phase) {
        require(by);
        State begun = publisher.begin(phase);
        record(by, what);
        return begun;
    }

    @Override
    public State follow(Actor by, boolean on) {
        require(by);
        record(by, on ? "follow" : "stand");
        try {
            return publisher.follow(on);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String publicKey(Actor by) {
        require(by);
        try {
            return publisher.publicKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String nginx(Actor by, String backend) {
        require(by);
        return nginx.write(publisher.state().folder(), backend);
    }

    private void record(Actor by, String what) {
        audit.record(Event.done(Action.PUBLICATION_CHANGE, by, "publication").saying(what));
    }

    private void require(Actor by) {
        sites.root().ifPresent(root -> authority.require(by, MANAGE, root.code()));
    }
}
