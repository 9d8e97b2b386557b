package org.jutong.identity.internal.rights;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jutong.identity.Organisation;
import org.jutong.identity.Scope;
import org.jutong.identity.SiteTree;
import org.jutong.identity.internal.OrganisationTree;
import org.jutong.plugin.SiteCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * What is within what: sites below sites, organisations below organisations, the sites that an organisation runs, the
 * columns of a site. Until the site group is there, a site is within itself alone. Thread-safe.
 */
@Component(service = Reach.class)
public final class Reach {

    private final OrganisationTree organisations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public volatile SiteTree tree;

    @Activate
    public Reach(@Reference OrganisationTree organisations) {
        this.organisations = organisations;
    }

    /** Whether all of {@code inner} is within {@code outer}. */
    public boolean covers(Scope outer, Scope inner) {
        if (outer instanceof Scope.Everywhere) {
            return true;
        }
        if (inner instanceof Scope.OfSite wanted) {
            return coversSite(outer, wanted.root());
        }
        if (inner instanceof Scope.OfColumn wanted) {
            return coversSite(outer, wanted.owner()) || outer instanceof Scope.OfColumn held && covers(held, wanted);
        }
        return inner instanceof Scope.OfOrganisation wanted && coversOrganisation(outer, wanted.root());
    }

    /** The organisation with all below it, and every site that they run. */
    private boolean coversOrganisation(Scope outer, long wanted) {
        if (outer instanceof Scope.OfOrganisation held) {
            return organisations.isBelow(wanted, held.root());
        }
        return outer instanceof Scope.OfSite
                && organisations.path(wanted).stream()
                        .flatMap(above -> above.site().stream())
                        .anyMatch(site -> coversSite(outer, site))
                && organisations.subtree(wanted).stream()
                        .flatMap(below -> below.site().stream())
                        .allMatch(site -> coversSite(outer, site));
    }

    private boolean coversSite(Scope outer, SiteCode wanted) {
        if (outer instanceof Scope.OfSite held) {
            return path(wanted).contains(held.root());
        }
        return outer instanceof Scope.OfOrganisation held
                && path(wanted).stream()
                        .flatMap(site -> organisations.runs(site).stream())
                        .anyMatch(runner -> organisations.isBelow(runner.id(), held.root()));
    }

    private boolean covers(Scope.OfColumn outer, Scope.OfColumn inner) {
        return outer.owner().equals(inner.owner())
                && columnPath(inner.owner(), inner.root()).contains(outer.root());
    }

    /** The site, then the one above it, up to the root; the site alone where it is not known. */
    public List<SiteCode> path(SiteCode site) {
        SiteTree known = tree;
        List<SiteCode> path = known == null ? List.of() : known.pathToRoot(site);
        return path.isEmpty() ? List.of(site) : path;
    }

    List<String> columnPath(SiteCode site, String column) {
        SiteTree known = tree;
        return known == null ? List.of(column) : known.columnPath(site, column);
    }

    /** Whether the site exists, as far as can be told now. */
    public boolean knows(SiteCode site) {
        SiteTree known = tree;
        return known == null || !known.pathToRoot(site).isEmpty();
    }

    /** What people call the site, where it is known. */
    Optional<String> name(SiteCode site) {
        SiteTree known = tree;
        return known == null ? Optional.empty() : known.name(site);
    }

    /** Whether the site is neither closed nor closing, as far as can be told now. */
    boolean isOpen(SiteCode site) {
        SiteTree known = tree;
        return known == null || known.isOpen(site);
    }

    /** Sites such that they and what is below them is all that the scope reaches. */
    Stream<SiteCode> roots(Scope scope) {
        if (scope instanceof Scope.Everywhere) {
            SiteTree known = tree;
            return known == null ? Stream.empty() : known.root().stream();
        }
        if (scope instanceof Scope.OfOrganisation held) {
            return organisations.subtree(held.root()).stream()
                    .map(Organisation::site)
                    .flatMap(Optional::stream);
        }
        return scope.site().stream();
    }
}
