package org.jutong.sitegroup.internal.lint;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.PageKind;
import org.jutong.columns.Standards;
import org.jutong.columns.codes.SubjectClasses;
import org.jutong.columns.lint.Finding;
import org.jutong.columns.lint.FooterItem;
import org.jutong.columns.lint.LintRules;
import org.jutong.columns.lint.Linter;
import org.jutong.columns.lint.PageFacts;
import org.jutong.columns.lint.SiteFacts;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.internal.standard.StoredStandards;
import org.jutong.sitegroup.internal.store.ArticleRows;
import org.jutong.sitegroup.internal.store.InspectionRows;
import org.jutong.sitegroup.internal.words.StoredWords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the linter says of an article before it is published. What only its page shows is judged there. Thread-safe. */
@Component(service = ArticleChecks.class)
public final class ArticleChecks {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final StoredStandards standards;
    private final InspectionRows sites;
    private final ArticleRows articles;
    private final StoredWords words;
    private final Clock clock;
    private final SubjectClasses subjects = SubjectClasses.load();
    private final LintRules rules = LintRules.configured(System.getenv());

    /** Over the site group's tables and the rules of the environment. */
    @Activate
    public ArticleChecks(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference StoredStandards standards,
            @Reference StoredWords words,
            @Reference Clock clock) {
        this.words = words;
        this.clock = clock;
        this.standards = standards;
        this.sites = new InspectionRows(store);
        this.articles = new ArticleRows(store);
    }

    /** The checks by the standard that a site has now. */
    public OnSite on(SiteCode site) {
        Standards all = standards.all();
        String version = sites.standards(site, site).getOrDefault(site, ColumnStandard.CURRENT);
        return new OnSite(all.find(version).orElseGet(all::latest));
    }

    /** All that is found on the article. */
    public List<Finding> of(Article article) {
        return on(article.owner()).of(article);
    }

    /** @throws Problem {@code lint_failed} (422) naming each finding that holds up publishing, where there is one */
    public void require(Article article) {
        on(article.owner()).require(article);
    }

    /** The checks for the articles of one site. */
    public final class OnSite {

        private final ColumnStandard standard;
        private final Linter linter;

        private OnSite(ColumnStandard standard) {
            this.standard = standard;
            this.linter = new Linter(standard, rules, subjects);
        }

        /** All that is found on the article, as if it were published now where it is not yet. */
        public List<Finding> of(Article article) {
            Optional<Instant> time = article.published()
                    .or(() -> Optional.of(clock.instant()).filter(now -> article.state() != Article.State.PUBLISHED));
            return found(article.id(), Draft.of(article), time);
        }

        /** @throws Problem as {@link ArticleChecks#require} */
        public void require(Article article) {
            refuse(of(article));
        }

        /**
         * For one that is not stored yet.
         *
         * @throws Problem as {@link ArticleChecks#require}
         */
        public void require(Draft draft) {
            refuse(found(0, draft, draft.published()));
        }

        /** The findings on a page of the site; what every page of the site or the column has is found on theirs. */
        List<Finding> of(PageFacts page, Optional<Long> article) {
            List<Finding> found = new ArrayList<>(linter.check(page));
            if (page.kind() == PageKind.ARTICLE) {
                found.removeIf(this::isOfEveryPage);
            }
            article.flatMap(id -> twice(page, page.indexNumber(), id)).ifPresent(found::add);
            return found;
        }

        /** The findings on the foot of all pages. */
        List<Finding> footer(Map<FooterItem, String> footer) {
            return linter.check(new SiteFacts(Optional.of(footer), List.of()));
        }

        private List<Finding> found(long id, Draft draft, Optional<Instant> time) {
            Map<String, String> tags = new HashMap<>();
            tags.put("ArticleTitle", draft.title());
            tags.put("ContentSource", draft.source());
            time.map(MINUTE::format).ifPresent(minute -> tags.put("PubDate", minute));
            PageFacts page = PageFacts.of(PageAddress.article(id), PageKind.ARTICLE, "")
                    .withTags(tags)
                    .withDocument(
                            draft.document().number(),
                            draft.document().index(),
                            draft.document().subject());
            List<Finding> found = new ArrayList<>(linter.check(page));
            found.removeIf(this::isOfEveryPage);
            twice(page, draft.document().index(), id).ifPresent(found::add);
            found.addAll(words.findings(linter, page.address(), draft));
            return found;
        }

        private boolean isOfEveryPage(Finding finding) {
            return standard.tags().stream()
                    .filter(tag -> tag.page() != PageKind.ARTICLE)
                    .anyMatch(tag -> finding.field().equals("tag:" + tag.name()));
        }

        private Optional<Finding> twice(PageFacts page, Optional<String> index, long id) {
            return index.flatMap(number -> articles.withIndexNumber(number, id)
                    .map(other -> linter.twice(page, number, "/sites/" + other.owner() + "/articles/" + other.id())));
        }

        private void refuse(List<Finding> found) {
            List<Finding> blocking = found.stream().filter(Finding::blocks).toList();
            if (!blocking.isEmpty()) {
                throw Problem.of(
                                422,
                                "lint_failed",
                                blocking.size(),
                                blocking.stream().map(f -> f.rule().id()).collect(Collectors.joining("、")))
                        .listing(blocking.stream().map(ArticleChecks::fault).toList());
            }
        }
    }

    private static Problem.Fault fault(Finding f) {
        return new Problem.Fault(
                f.rule().id(),
                f.message(),
                List.copyOf(f.arguments()),
                f.field(),
                f.basis().source());
    }
}
