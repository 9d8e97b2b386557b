package org.jutong.identity;

import java.util.Objects;
import java.util.Optional;
import org.jutong.plugin.SiteCode;

/** Where a grant holds. Immutable. */
public sealed interface Scope {

    /** The whole platform, sites and organisations to come included. */
    Scope EVERYWHERE = new Everywhere();

    /** The name of its shape: {@code everywhere}, {@code site}, {@code organisation} or {@code column}. */
    String kind();

    /** The site that it names, if it names one. */
    default Optional<SiteCode> site() {
        return Optional.empty();
    }

    /** The whole platform. */
    record Everywhere() implements Scope {
        @Override
        public String kind() {
            return "everywhere";
        }
    }

    /** A site and all below it. */
    record OfSite(SiteCode root) implements Scope {
        public OfSite {
            Objects.requireNonNull(root, "root");
        }

        @Override
        public String kind() {
            return "site";
        }

        @Override
        public Optional<SiteCode> site() {
            return Optional.of(root);
        }
    }

    /**
     * An organisation and all below it: their accounts, and the sites that they run with all below those.
     *
     * @param root the organisation's number
     */
    record OfOrganisation(long root) implements Scope {
        @Override
        public String kind() {
            return "organisation";
        }
    }

    /**
     * A column of one site and the columns below it, on that site alone.
     *
     * @param owner the site
     * @param root the column's key, {@code [a-z][a-z0-9-]*}
     */
    record OfColumn(SiteCode owner, String root) implements Scope {
        public OfColumn {
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(root, "root");
        }

        @Override
        public String kind() {
            return "column";
        }

        @Override
        public Optional<SiteCode> site() {
            return Optional.of(owner);
        }
    }
}
