package org.jutong.sitegroup.internal.life;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.store.ArticleRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notices that belong to a step: articles that the platform publishes on behalf of whoever makes the step. */
@Component(service = Notices.class)
public final class Notices {

    private final ArticleRows rows;
    private final SiteMemory memory;
    private final Texts texts;
    private final Clock clock;
    private final String column = LifeRules.load().noticeColumn();

    /** Over the site group's tables. */
    @Activate
    public Notices(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference SiteMemory memory,
            @Reference Texts texts,
            @Reference Clock clock) {
        this.rows = new ArticleRows(store);
        this.memory = memory;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Publishes a notice in the transaction of the step.
     *
     * @param key of its words, {@code notice.<key>.title} and {@code notice.<key>.body}
     * @return the article, or empty where the site has no column for notices
     */
    Optional<Long> publish(Actor by, SiteCode on, String key, Object... facts) {
        if (memory.now().column(on, column).isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String source = memory.now().find(on).orElseThrow().name();
        Draft draft = new Draft(
                say(key + ".title", facts),
                source,
                "",
                "<p>" + escaped(say(key + ".body", facts)) + "</p>",
                column,
                Optional.of(now));
        long id = rows.add(on, draft, by.username(), now, Optional.empty()).id();
        rows.takeOver(id, "notice", now, Optional.empty(), article -> {});
        return Optional.of(id);
    }

    private String say(String key, Object... facts) {
        return texts.say(Texts.CHINESE, "notice." + key, List.of(facts));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
