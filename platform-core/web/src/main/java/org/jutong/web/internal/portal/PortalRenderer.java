package org.jutong.web.internal.portal;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jutong.catalog.Gate;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.View;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.Texts;
import org.jutong.search.ArticleSearch;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleFile;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Filing;
import org.jutong.sitegroup.Reading;
import org.jutong.sitegroup.Reading.Placed;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Sites;

/** Renders the portal's pages. Keeps nothing but parsed templates; thread-safe. */
public final class PortalRenderer {

    private static final int DESCRIPTION = 120;
    private static final int SCREEN = 5;

    private final Dates dates;
    private final Columns columns;
    private final Reading reading;
    private final Texts texts;
    private final String publicUrl;
    private final PortalTemplates templates;
    private final PluginEntries entries;
    private final PluginParts parts;
    private final Sites sites;
    private final Frame frame;
    private final Tags tags;
    private final HomePage home;
    private final ColumnPage column;
    private final ArticlePage article;
    private final Departures departures;
    private final Feeds feeds;
    private final Clock clock;

    /**
     * @param clock gives the zone of the times that readers see
     * @param publicUrl scheme, host and port under which readers reach the platform, without a closing slash
     * @param filings what a site shows of itself in its footer
     * @param departures the links that lead out
     * @param files those to which an article's text leads
     */
    public PortalRenderer(
            Sites sites,
            Columns columns,
            Reading reading,
            Gate gate,
            InstalledPlugins plugins,
            Texts texts,
            Blocks blocks,
            Clock clock,
            String publicUrl,
            Function<SiteCode, Filing> filings,
            Departures departures,
            Function<Article, List<ArticleFile>> files) {
        this.dates = new Dates(clock.getZone());
        this.columns = columns;
        this.reading = reading;
        this.texts = texts;
        this.publicUrl = publicUrl;
        this.templates = new PortalTemplates(texts, new PortalAssets());
        this.entries = new PluginEntries(gate, plugins);
        this.parts = new PluginParts(gate, entries, blocks, new PluginTemplates(), texts);
        this.sites = sites;
        this.frame = new Frame(sites, columns, entries, publicUrl, filings);
        this.tags = new Tags(URI.create(publicUrl).getHost());
        this.home = new HomePage(columns, reading, parts, new Neighbours(sites), dates);
        this.column = new ColumnPage(columns, reading, entries, dates);
        this.article = new ArticlePage(dates, departures, new Attachments(files));
        this.departures = departures;
        this.feeds = new Feeds(columns, reading, publicUrl);
        this.clock = clock;
    }

    /** The site's first page; incomplete where a plugin's block is missing. */
    public Page home(PortalView asked) {
        PortalView view = asked.at(asked.plain().home());
        Map<String, Object> model = frame.of(view, "", tags.home(view.site()), Optional.empty());
        model.putAll(home.of(view));
        model.put("closing", closing(view));
        boolean complete = ((List<?>) model.get("parts")).stream().noneMatch(part -> ((PluginPart) part).gap());
        return new Page(200, render("home", view, model), complete);
    }

    /** The notice that the site will close, which stays on its home page until then; empty for any other site. */
    private String closing(PortalView view) {
        return view.site()
                .until()
                .filter(day -> view.site().state() == SiteState.CLOSING)
                .map(day -> texts.say(
                        view.locale(),
                        "portal.closing",
                        List.of(
                                view.site().name(),
                                day.toString(),
                                view.site()
                                        .movedTo()
                                        .flatMap(sites::find)
                                        .map(Site::name)
                                        .orElse(""))))
                .orElse("");
    }

    /**
     * A page of a column's list.
     *
     * @param page from 1
     * @throws Problem {@code column_not_found}, {@code page_not_found} (404)
     */
    public Page column(PortalView asked, String key, int page) {
        PortalView view = asked.at(asked.plain().column(key, page));
        Column found = columns.require(view.site().code(), key);
        Optional<String> section = Optional.of(column.first(view, found).key());
        Map<String, Object> model = frame.of(view, found.name(), tags.column(view.site(), found), section);
        model.putAll(column.of(view, found, page));
        model.put("feed", view.links().column(key) + "feed");
        return new Page(200, render("column", view, model), true);
    }

    /**
     * The feed of the site, or of one of its columns.
     *
     * @param page from 1
     * @throws Problem {@code column_not_found}, {@code page_not_found} (404)
     */
    public String feed(PortalView view, Optional<String> key, FeedFormat format, int page) {
        Feeds.Feed feed = feeds.of(view, key, page);
        switch (format) {
            case ATOM:
                return FeedXml.atom(feed);
            case RSS:
                return FeedXml.rss(feed);
            default:
                return FeedJson.feed(feed);
        }
    }

    /** An article for applications, as JSON. @throws Problem {@code article_not_found} (404) */
    public String articleJson(PortalView view, long id) {
        placed(view, id);
        return feeds.item(view, id).map(FeedJson::article).orElseThrow();
    }

    /**
     * The newest titles for a large screen, which goes on to the next ones by itself.
     *
     * @param page from 1; behind the last one begins again
     */
    public Page screen(PortalView view, int page) {
        List<Line> lines = feeds.newest(view.site()).stream()
                .map(entry -> new Line(entry.title(), "", dates.day(entry.published())))
                .toList();
        int pages = Math.max(1, (lines.size() + SCREEN - 1) / SCREEN);
        int shown = Math.min(page, pages);
        String address = view.links().home();
        Map<String, Object> model = Map.of(
                "lang",
                view.traditional() ? "zh-Hant" : view.locale().toLanguageTag(),
                "site",
                view.site(),
                "today",
                dates.day(clock.instant()),
                "lines",
                lines.subList((shown - 1) * SCREEN, Math.min(shown * SCREEN, lines.size())),
                "page",
                shown,
                "pages",
                pages,
                "address",
                publicUrl + address,
                "following",
                address + "screen" + (shown < pages ? "?page=" + (shown + 1) : ""));
        return new Page(200, render("screen", view, model), true);
    }

    /** @throws Problem {@code article_not_found} (404) */
    public Page article(PortalView asked, long id) {
        PortalView view = asked.at(asked.plain().article(id));
        Placed placed = placed(view, id);
        String summary = Summary.of(placed.article().body(), DESCRIPTION);
        Map<String, Object> model = frame.of(
                view,
                placed.article().title(),
                tags.article(view.site(), placed, summary, publicUrl + view.here()),
                Optional.of(column.first(view, placed.column()).key()));
        model.putAll(article.of(view, placed, column.trail(view, placed.column())));
        return new Page(200, render("article", view, model), true);
    }

    /**
     * What was found, and the form to look for something else.
     *
     * @param asked what the form says; made for this request alone
     */
    public Page search(PortalView view, ArticleSearch search, UnaryOperator<String> asked) {
        String title = texts.say(view.locale(), "portal.search");
        Map<String, Object> model = frame.of(view, title, tags.site(view.site()), Optional.empty());
        SearchPage.Answer answer = new SearchPage(search, columns, sites, dates).of(view, asked);
        model.put("heading", title);
        model.put("trail", List.of());
        model.putAll(answer.model());
        model.put(
                "problem",
                answer.problem().map(no -> texts.say(view.locale(), no)).orElse(""));
        return new Page(answer.problem().map(Problem::status).orElse(200), render("search", view, model), true);
    }

    /**
     * The notice before a link of an article that leads out.
     *
     * @param key of the link
     * @throws Problem {@code article_not_found}, {@code page_not_found} (404) where no such link stands in the article
     */
    public Page leave(PortalView asked, long id, String key) {
        PortalView view = asked.at(asked.plain().leave(id, key));
        String target = departures
                .target(placed(view, id).article().body(), key)
                .orElseThrow(() -> Problem.notFound("page_not_found"));
        String title = texts.say(view.locale(), "portal.leaving");
        Map<String, Object> model = frame.of(view, title, tags.site(view.site()), Optional.empty());
        model.put("heading", title);
        model.put(
                "sentence",
                texts.say(
                        view.locale(),
                        "portal.leaving.words",
                        List.of(view.site().name())));
        model.put("target", target);
        model.put("back", view.links().article(id));
        return new Page(200, render("leave", view, model), true);
    }

    private Placed placed(PortalView view, long id) {
        return reading.article(view.site().code(), id)
                .orElseThrow(() -> Problem.notFound(
                        "article_not_found",
                        Long.toString(id),
                        view.site().code().value()));
    }

    /**
     * A page of a plugin inside the site's frame. A template that fails leaves a labelled gap, answered with 503.
     *
     * @param problem what is wrong with the form that was sent; its status is answered
     */
    public Page plugin(
            PortalView view, InstalledPlugin plugin, SiteContext context, View content, Optional<Problem> problem) {
        PluginPart part = parts.page(view, plugin, context, content, problem);
        Map<String, Object> model = frame.of(view, part.title(), tags.site(view.site()), Optional.empty());
        String name = PluginEntries.title(view, plugin);
        model.put("part", part);
        model.put("plugin", name);
        model.put("side", entries.of(view, plugin));
        model.put("trail", part.title().equals(name) ? List.of() : List.of(new Link(name, part.url())));
        int status = part.gap() ? 503 : problem.map(Problem::status).orElse(200);
        return new Page(status, render("plugin", view, model), !part.gap());
    }

    /**
     * A page about the visitor's own account.
     *
     * @param page the template, without {@code account-}
     * @param content what it shows
     * @param problem what is wrong with the form that was sent; its status is answered
     */
    public Page account(PortalView view, String page, Map<String, Object> content, Optional<Problem> problem) {
        String title = texts.say(view.locale(), "portal.account." + page);
        Map<String, Object> model = frame.of(view, title, tags.site(view.site()), Optional.empty());
        model.putAll(content);
        model.put("heading", title);
        model.put("side", AccountEntries.of(view, page, texts));
        model.put("trail", List.of());
        model.put(
                "problem",
                Map.of(
                        "text", problem.map(no -> texts.say(view.locale(), no)).orElse(""),
                        "field", problem.flatMap(Problem::field).orElse("")));
        String html = Forms.sign(
                render("account-" + page, view, model), view.visitor().csrf());
        return new Page(problem.map(Problem::status).orElse(200), html, true);
    }

    /** Times as pages show them. */
    public String minute(Instant time) {
        return dates.minute(time);
    }

    /**
     * A refusal or a failure, answered with the problem's status.
     *
     * @param view empty where no site could be told from the request
     */
    public Page error(Optional<PortalView> view, Problem problem) {
        Locale locale = view.map(PortalView::locale).orElse(Texts.CHINESE);
        Map<String, Object> words = Map.of(
                "status", Integer.toString(problem.status()),
                "heading", texts.say(locale, "portal.error." + kind(problem.status())),
                "sentence", texts.say(locale, problem),
                "links", List.of());
        if (view.isEmpty()) {
            return new Page(problem.status(), templates.render("bare", locale, words), true);
        }
        Map<String, Object> model = frame.of(
                view.get(), (String) words.get("heading"), tags.site(view.get().site()), Optional.empty());
        model.putAll(words);
        return new Page(problem.status(), render("error", view.get(), model), true);
    }

    /** A tombstone: the site is gone for good, and its content is with another one. */
    public Page gone(Site site, Site heir, String address) {
        Map<String, Object> words = Map.of(
                "status",
                "410",
                "heading",
                texts.say(Texts.CHINESE, "portal.gone.title", List.of(site.name())),
                "sentence",
                texts.say(Texts.CHINESE, "portal.gone.words", List.of(site.name(), heir.name())),
                "links",
                List.of(new Link(heir.name(), address)));
        return new Page(410, templates.render("bare", Texts.CHINESE, words), true);
    }

    private static String kind(int status) {
        if (status == 404 || status == 503) {
            return Integer.toString(status);
        }
        return status < 500 ? "4xx" : "5xx";
    }

    private String render(String template, PortalView view, Map<String, Object> model) {
        return templates.render(template, view.locale(), model);
    }
}
