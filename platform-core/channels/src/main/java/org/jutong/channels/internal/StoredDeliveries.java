package org.jutong.channels.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.channels.Deliveries;
import org.jutong.channels.Delivery;
import org.jutong.channels.Delivery.State;
import org.jutong.channels.internal.store.ChannelRows;
import org.jutong.channels.internal.store.DeliveryRows;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleJournal.Published;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link Deliveries} in the database. */
@Component(service = Deliveries.class)
public final class StoredDeliveries implements Deliveries {

    private final Store store;
    private final ChannelRows channels;
    private final DeliveryRows rows;
    private final ArticleTexts texts;
    private final ChannelRights rights;
    private final Sites sites;
    private final Audit audit;
    private final Clock clock;
    private final DeliveryLoop loop;

    @Activate
    public StoredDeliveries(
            @Reference(target = "(osgi.unit.name=channels)") Store store,
            @Reference ArticleTexts texts,
            @Reference ChannelRights rights,
            @Reference Sites sites,
            @Reference Audit audit,
            @Reference Clock clock,
            @Reference DeliveryLoop loop) {
        this.store = store;
        this.channels = new ChannelRows(store);
        this.rows = new DeliveryRows(store);
        this.texts = texts;
        this.rights = rights;
        this.sites = sites;
        this.audit = audit;
        this.clock = clock;
        this.loop = loop;
    }

    @Override
    public List<Delivery> push(Actor by, long article, List<Long> wanted) {
        Published published =
                texts.read(article).orElseThrow(() -> Problem.notFound("article_not_found", Long.toString(article)));
        List<SetUp> targets = targets(published.article(), wanted);
        targets.forEach(channel -> rights.requirePush(by, channel.site()));
        if (published.article().state() != Article.State.PUBLISHED) {
            throw Problem.conflict("article_not_published", Long.toString(article));
        }
        for (SetUp channel : targets) {
            if (!channel.enabled()) {
                throw Problem.conflict("channel_disabled", channel.name());
            }
            if (!ArticleTexts.isOn(published, channel.site())) {
                throw Problem.conflict(
                        "article_not_on_site",
                        Long.toString(article),
                        channel.site().value());
            }
        }
        List<Delivery> pushed = pushed(by, article, targets);
        loop.wake();
        return pushed;
    }

    private List<Delivery> pushed(Actor by, long article, List<SetUp> targets) {
        Supplier<List<Delivery>> work = () -> store.recorded(
                () -> targets.stream()
                        .map(channel -> rows.push(article, channel, clock.millis()))
                        .toList(),
                done -> targets.forEach(
                        channel -> audit.record(Event.done(Action.CHANNEL_PUSH, by, "article:" + article)
                                .on(channel.site())
                                .saying("channel:" + channel.id() + ", " + channel.name()))));
        try {
            return work.get();
        } catch (DuplicateKey sameMoment) {
            return work.get();
        }
    }

    private List<SetUp> targets(Article article, List<Long> wanted) {
        if (!wanted.isEmpty()) {
            return wanted.stream()
                    .distinct()
                    .map(id -> channels.find(id)
                            .orElseThrow(() -> Problem.notFound("channel_not_found", Long.toString(id))))
                    .toList();
        }
        List<SetUp> enabled =
                channels.of(article.owner()).stream().filter(SetUp::enabled).toList();
        if (enabled.isEmpty()) {
            throw Problem.conflict("channels_missing", article.owner().value());
        }
        return enabled;
    }

    @Override
    public List<Delivery> of(Actor by, long article) {
        return rows.of(List.of(article)).stream()
                .filter(delivery -> rights.sees(by, delivery.site()))
                .toList();
    }

    @Override
    public List<Delivery> in(Actor by, State state, Optional<SiteCode> site, Optional<Long> after, int limit) {
        site.map(sites::require).or(sites::root).ifPresent(where -> rights.requireEither(by, where.code()));
        return rows.in(state, site, after.orElse(0L), limit);
    }

    @Override
    public Delivery retry(Actor by, long id) {
        require(by, id);
        Delivery tried = recorded(by, "retry", id, () -> rows.retry(id, clock.millis()));
        loop.wake();
        return tried;
    }

    @Override
    public Delivery discard(Actor by, long id) {
        Delivery known = require(by, id);
        Optional<String> now = ArticleTexts.print(texts.read(known.article()), known.site());
        return recorded(by, "discard", id, () -> rows.discard(id, now, clock.millis()));
    }

    private Delivery recorded(Actor by, String what, long id, Supplier<Optional<Delivery>> work) {
        return store.recorded(
                () -> work.get().orElseThrow(() -> Problem.conflict("delivery_not_dead", Long.toString(id))),
                done -> audit.record(Event.done(Action.CHANNEL_PUSH, by, "delivery:" + id)
                        .on(done.site())
                        .saying(what + ": article:" + done.article() + ", channel:" + done.channel())));
    }

    private Delivery require(Actor by, long id) {
        Delivery found = rows.find(id)
                .filter(delivery -> !by.isKnown() || rights.sees(by, delivery.site()))
                .orElseThrow(() -> Problem.notFound("delivery_not_found", Long.toString(id)));
        rights.requirePush(by, found.site());
        return found;
    }
}
