package org.jutong.interaction.internal.portal;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jutong.interaction.Letter;
import org.jutong.interaction.LetterDraft;
import org.jutong.interaction.LetterState;
import org.jutong.interaction.LetterType;
import org.jutong.interaction.Letters;
import org.jutong.interaction.QueryCode;
import org.jutong.plugin.PageRequest;
import org.jutong.plugin.PageResult;
import org.jutong.plugin.PortalPages;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pages for citizens: read published letters, write one, follow one up. They work without script. */
@Component
public final class LetterPages implements PortalPages {

    private static final int PAGE = 20;
    private static final int LATEST = 5;
    /** More letters than a citizen writes to one site. */
    private static final int OWN = 100;

    private static final String NEW = "letters/new";

    private final Letters letters;
    private final Clock clock;

    @Activate
    public LetterPages(@Reference Letters letters, @Reference Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public PageResult serve(SiteContext site, PageRequest request) {
        if (request.isPost()) {
            if (request.path().equals(NEW)) {
                return send(site, request);
            }
            throw Problem.of(405, "letter_page_takes_no_form");
        }
        return switch (request.path()) {
            case "" -> overview(site);
            case "letters" -> list(site, request);
            case NEW -> form(site, request);
            case "letters/mine" -> mine(site);
            case "letters/sent" -> sent(site, request);
            case "letters/query" -> query(site, request);
            default -> one(site, request.path());
        };
    }

    private View overview(SiteContext site) {
        Map<LetterState, Long> tally = letters.tally(site);
        long received = tally.values().stream().mapToLong(Long::longValue).sum();
        long answered = received - tally.getOrDefault(LetterState.PENDING, 0L);
        return new View(
                "overview.peb",
                "政民互动",
                Map.of(
                        "received", received,
                        "answered", answered,
                        "letters", texts(letters.publishedFrom(site, 0, LATEST))));
    }

    private View list(SiteContext site, PageRequest request) {
        long total = letters.tally(site).getOrDefault(LetterState.PUBLISHED, 0L);
        int pages = (int) Math.max(1, (total + PAGE - 1) / PAGE);
        int page = page(request, pages);
        return new View(
                "letters.peb",
                "公开来信",
                Map.of(
                        "letters", texts(letters.publishedFrom(site, (page - 1) * PAGE, PAGE)),
                        "total", total,
                        "page", page,
                        "pages", pages));
    }

    private static int page(PageRequest request, int pages) {
        String typed = request.parameter("page");
        if (typed.isEmpty()) {
            return 1;
        }
        try {
            int page = Integer.parseInt(typed);
            if (page >= 1 && page <= pages) {
                return page;
            }
        } catch (NumberFormatException e) {
            // falls to the refusal below, as a page out of bounds does
        }
        throw Problem.notFound("letter_page_not_found");
    }

    private static View form(SiteContext site, PageRequest request) {
        boolean signedIn = site.actor().isCitizen();
        boolean fresh = !request.isPost();
        return new View(
                "new.peb",
                "我要写信",
                Map.of(
                        "types",
                        Arrays.stream(LetterType.values())
                                .map(type -> Map.of("id", type.id(), "label", type.label()))
                                .toList(),
                        "input",
                        Map.of(
                                "type", request.parameter("type"),
                                "title", request.parameter("title"),
                                "text", request.parameter("text"),
                                "name", fresh && signedIn ? site.actor().displayName() : request.parameter("name"),
                                "contact", request.parameter("contact")),
                        "signedIn",
                        signedIn,
                        "titleMin",
                        LetterDraft.TITLE_MIN,
                        "titleMax",
                        LetterDraft.TITLE_MAX,
                        "textMax",
                        LetterDraft.TEXT_MAX));
    }

    private PageResult send(SiteContext site, PageRequest request) {
        try {
            LetterDraft draft = LetterDraft.typed(
                    request.parameter("type"),
                    request.parameter("title"),
                    request.parameter("text"),
                    request.parameter("name"),
                    request.parameter("contact"));
            return new PageResult.Redirect(site.pageUrl(
                    "letters/sent?code=" + letters.send(site, draft).value()));
        } catch (Problem problem) {
            return new PageResult.Invalid(form(site, request), problem);
        }
    }

    private View sent(SiteContext site, PageRequest request) {
        Letter letter = letters.byCode(site, QueryCode.typed(request.parameter("code")));
        return new View(
                "sent.peb",
                "来信已提交",
                Map.of("code", letter.code().value(), "own", letter.citizen().isPresent()));
    }

    private PageResult query(SiteContext site, PageRequest request) {
        String typed = request.parameter("code");
        if (!request.parameters().containsKey("code")) {
            return queryForm(typed);
        }
        try {
            Letter letter = letters.byCode(site, QueryCode.typed(typed));
            return new View("followed.peb", "来信查询结果", Map.of("letter", text(letter), "own", false));
        } catch (Problem problem) {
            return new PageResult.Invalid(queryForm(typed), problem);
        }
    }

    private static View queryForm(String typed) {
        return new View("query.peb", "查询来信", Map.of("code", typed));
    }

    private View mine(SiteContext site) {
        return new View("mine.peb", "我的来信", Map.of("letters", texts(letters.own(site, Long.MAX_VALUE, OWN))));
    }

    private View one(SiteContext site, String path) {
        if (path.matches("letters/mine/[0-9]{1,18}")) {
            Letter letter = letters.findOwn(site, Long.parseLong(path.substring("letters/mine/".length())));
            return new View("followed.peb", letter.title(), Map.of("letter", text(letter), "own", true));
        }
        if (!path.matches("letters/[0-9]{1,18}")) {
            throw Problem.notFound("letter_page_not_found");
        }
        Letter letter = letters.findPublished(site, Long.parseLong(path.substring("letters/".length())));
        return new View("letter.peb", letter.title(), Map.of("letter", text(letter)));
    }

    private List<LetterText> texts(List<Letter> found) {
        return found.stream().map(this::text).toList();
    }

    private LetterText text(Letter letter) {
        return LetterText.of(letter, clock.getZone());
    }
}
