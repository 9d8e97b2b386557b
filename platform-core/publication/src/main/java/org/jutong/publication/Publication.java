package org.jutong.publication;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The static tree of this node: complete pages of all sites as files that a web server serves without the platform. Permission
 * {@code publication.manage} on the whole platform for everything. Thread-safe.
 */
@ProviderType
public interface Publication {

    /** How it stands. */
    State state(Actor by);

    /** Begins to bring all sites up to date; what is there already is not written again. */
    State run(Actor by);

    /** Begins to compare the tree with its signed manifests. */
    State verify(Actor by);

    /** Begins to verify, and to put right what is wrong. */
    State repair(Actor by);

    /** From now on the tree follows every change, or does not; remembered by this node. */
    State follow(Actor by, boolean on);

    /** The public key of the manifests' signature, as PEM. */
    String publicKey(Actor by);

    /**
     * The configuration of nginx that serves this tree as it is now: its sites' host names, and the plugins of each site, for
     * which alone requests are passed on.
     *
     * @param backend host and port of the platform as nginx reaches it
     * @throws org.jutong.plugin.Problem {@code backend_invalid} (400)
     */
    String nginx(Actor by, String backend);

    /** What it does at the moment. */
    enum Phase {
        IDLE,
        PUBLISHING,
        VERIFYING,
        REPAIRING;

        /** The lower-case name used in REST. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How the tree stands.
     *
     * @param folder where it is
     * @param following whether it follows changes
     * @param phase what it does
     * @param done sites that are done, or files that are compared
     * @param total sites to do; 0 where that is not known
     * @param lastRun what the last run did; empty before the first
     * @param lastCheck what the last check found; empty before the first
     */
    record State(
            String folder,
            boolean following,
            Phase phase,
            int done,
            int total,
            Optional<Run> lastRun,
            Optional<Check> lastCheck) {}

    /**
     * A run over all sites.
     *
     * @param pages how many were made
     * @param written how many of them were not there as they are
     * @param removed how many were taken away
     * @param failed how many could not be made
     * @param ended when
     * @param seconds how long it took
     */
    record Run(int pages, int written, int removed, int failed, Instant ended, double seconds) {}

    /**
     * A check.
     *
     * @param files how many were compared
     * @param faults how many were found
     * @param first the first of them
     */
    record Check(int files, int faults, List<Fault> first, Instant ended) {}

    /**
     * A file that is not as it was published.
     *
     * @param kind {@code signature}, {@code manifest}, {@code changed}, {@code missing} or {@code extra}
     * @param path below the tree's folder
     */
    record Fault(String kind, String path) {}
}
