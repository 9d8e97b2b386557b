package org.jutong.shell.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.Candidate;
import org.jutong.catalog.Order;
import org.jutong.catalog.Orders;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.identity.OperatorCommand.Kind;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.sitegroup.Articles;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;

/** The values that an argument can take, as far as the signed-in person may see them. */
record Completion(
        SignedIn signedIn, Sites sites, Columns columns, Articles articles, Orders orders, InstalledPlugins plugins) {

    private static final int MOST = 200;

    /**
     * The values that start with what was typed.
     *
     * @param known the arguments before it; columns and articles are those of the site among them, else of the root
     */
    List<Candidate> values(Argument argument, String typed, Map<Kind, String> known) {
        try {
            return all(argument.kind(), known)
                    .filter(candidate -> candidate.value().startsWith(typed))
                    .limit(MOST)
                    .toList();
        } catch (Problem notForThem) {
            return List.of();
        }
    }

    private Stream<Candidate> all(Kind kind, Map<Kind, String> known) {
        return switch (kind) {
            case SITE ->
                sites.page(Optional.empty(), Math.max(1, sites.count())).stream()
                        .map(site -> candidate(site.code().value(), site.name()));
            case PLUGIN -> plugins.all().stream().map(InstalledPlugin::id).map(id -> candidate(id, null));
            case ORDER ->
                orders.list(signedIn.actor(), Optional.empty(), Optional.of(Order.State.ORDERED), MOST).stream()
                        .map(order -> candidate(
                                Long.toString(order.id()), order.site().value() + " " + order.plugin()));
            case COLUMN ->
                site(known)
                        .map(site -> columns.of(site).stream().map(column -> candidate(column.key(), column.name())))
                        .orElseGet(Stream::empty);
            case ARTICLE ->
                site(known)
                        .map(site -> articles.owned(signedIn.actor(), site, Optional.empty(), MOST).stream()
                                .map(article -> candidate(Long.toString(article.id()), article.title())))
                        .orElseGet(Stream::empty);
            case FLAG, TEXT -> Stream.empty();
        };
    }

    private Optional<SiteCode> site(Map<Kind, String> known) {
        return Optional.ofNullable(known.get(Kind.SITE))
                .map(SiteCode::new)
                .or(() -> sites.root().map(Site::code));
    }

    private static Candidate candidate(String value, String description) {
        return new Candidate(value, value, null, description, null, null, true);
    }
}
