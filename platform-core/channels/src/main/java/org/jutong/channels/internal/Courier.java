package org.jutong.channels.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.channels.Delivery;
import org.jutong.channels.Delivery.Fault;
import org.jutong.channels.Delivery.Step;
import org.jutong.channels.internal.store.Attempt;
import org.jutong.channels.internal.store.ChannelRows;
import org.jutong.channels.internal.store.DeliveryRows;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.PushChannel;
import org.jutong.plugin.PushChannel.Dispatch;
import org.jutong.plugin.PushChannel.Receipt;
import org.jutong.sitegroup.ArticleJournal.Published;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is due to one channel. A channel is held by one node at a time; the hold ends by itself should the node die. Only
 * this class writes what came of a call, so that a call that hangs holds up its own channel and nothing else. Thread-safe.
 */
@Component(service = Courier.class)
public final class Courier {

    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(18));

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration HOLD = Duration.ofMinutes(2);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final Actor PLATFORM = new Actor("platform", "平台");

    private final ChannelRows channels;
    private final DeliveryRows rows;
    private final ChannelKinds kinds;
    private final Settings settings;
    private final ArticleTexts texts;
    private final Sites sites;
    private final Audit audit;
    private final Clock clock;
    private final Duration patience;
    private final Set<Long> calling = ConcurrentHashMap.newKeySet();
    private final ExecutorService calls = Executors.newCachedThreadPool(work -> {
        Thread made = new Thread(work, "jutong-channel");
        made.setDaemon(true);
        return made;
    });

    @Activate
    public Courier(
            @Reference(target = "(osgi.unit.name=channels)") Store store,
            @Reference ChannelKinds kinds,
            @Reference Settings settings,
            @Reference ArticleTexts texts,
            @Reference Sites sites,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(store, kinds, settings, texts, sites, audit, clock, Duration.ofSeconds(30));
    }

    Courier(
            Store store,
            ChannelKinds kinds,
            Settings settings,
            ArticleTexts texts,
            Sites sites,
            Audit audit,
            Clock clock,
            Duration patience) {
        this.channels = new ChannelRows(store);
        this.rows = new DeliveryRows(store);
        this.kinds = kinds;
        this.settings = settings;
        this.texts = texts;
        this.sites = sites;
        this.audit = audit;
        this.clock = clock;
        this.patience = patience;
    }

    @Deactivate
    public void stop() {
        calls.shutdownNow();
    }

    /** Delivers what is due to the channel, unless another node does or a call to it still hangs. */
    public void deliver(long channel) {
        long now = clock.millis();
        if (calling.contains(channel) || !channels.hold(channel, now, now + HOLD.toMillis())) {
            return;
        }
        boolean well = true;
        try {
            Optional<Delivery> next = rows.due(channel, now);
            while (well && next.isPresent() && !Thread.currentThread().isInterrupted()) {
                well = deliver(next.get());
                channels.holdUntil(channel, clock.millis() + HOLD.toMillis());
                next = rows.due(channel, clock.millis());
            }
        } finally {
            channels.holdUntil(channel, well ? 0 : clock.millis() + REST.toMillis());
        }
    }

    /** Whether the channel can be tried with the next one. */
    private boolean deliver(Delivery delivery) {
        Optional<SetUp> channel = channels.find(delivery.channel()).filter(SetUp::enabled);
        if (channel.isEmpty()) {
            return false;
        }
        long now = clock.millis();
        Optional<Published> article = texts.read(delivery.article());
        Optional<String> print = ArticleTexts.print(article, delivery.site());
        Optional<Attempt> begun = rows.begin(delivery.id(), print, now, now + HOLD.toMillis());
        if (begun.isEmpty()) {
            return true;
        }
        Attempt attempt = begun.get();
        try {
            Optional<Receipt> receipt = call(channel.get(), article, delivery, attempt);
            rows.done(attempt, receipt, print.filter(any -> attempt.step() != Step.WITHDRAW), clock.millis());
            record(delivery, attempt, Optional.empty());
        } catch (Problem refused) {
            return failed(delivery, attempt, refused);
        } finally {
            // what changed while it was on its way is the next step
            rows.look(
                    delivery.id(), ArticleTexts.print(texts.read(delivery.article()), delivery.site()), clock.millis());
        }
        return true;
    }

    private boolean failed(Delivery delivery, Attempt attempt, Problem refused) {
        boolean certainly = refused.status() < 500 && refused.status() != 429;
        long now = clock.millis();
        Optional<Long> again = certainly || attempt.count() > PAUSES.size()
                ? Optional.empty()
                : Optional.of(now + PAUSES.get(attempt.count() - 1).toMillis());
        Fault fault = new Fault(
                refused.code(),
                refused.arguments().stream().map(String::valueOf).toList());
        rows.failed(attempt, fault, certainly || refused.status() == 429, again, now);
        LOG.warn(
                "Channel {} of site {}: article {} failed ({}), {}",
                delivery.channel(),
                delivery.site(),
                delivery.article(),
                refused.code(),
                again.isPresent() ? "will be tried again" : "given up");
        if (again.isEmpty()) {
            record(delivery, attempt, Optional.of(refused.code()));
        }
        return certainly;
    }

    private void record(Delivery delivery, Attempt attempt, Optional<String> code) {
        String object = "delivery:" + delivery.id();
        Event event = code.map(why -> Event.failed(Action.CHANNEL_DELIVER, PLATFORM, object, why))
                .orElseGet(() -> Event.done(Action.CHANNEL_DELIVER, PLATFORM, object));
        audit.record(event.on(delivery.site())
                .saying(code.map(why -> why + ", ").orElse("") + attempt.step() + ": article:" + delivery.article()
                        + ", channel:" + delivery.channel()));
    }

    private Optional<Receipt> call(SetUp channel, Optional<Published> article, Delivery delivery, Attempt attempt) {
        PushChannel kind =
                kinds.find(channel.kind()).orElseThrow(() -> Problem.of(503, "channel_kind_not_found", channel.kind()));
        Dispatch dispatch = new Dispatch(
                attempt.key(),
                channel.site(),
                sites.find(channel.site()).map(Site::name).orElse(""),
                settings.all(channel),
                article.map(known -> texts.text(known.article(), channel.site()))
                        .orElseGet(() -> texts.nothing(delivery.article(), channel.site())));
        return within(channel.id(), () -> {
            switch (attempt.step()) {
                case PUBLISH:
                    return Optional.of(valid(kind.push(dispatch)));
                case CORRECT:
                    return Optional.of(
                            valid(kind.correct(dispatch, attempt.receipt().orElseThrow())));
                default:
                    kind.withdraw(dispatch, attempt.receipt());
                    return Optional.empty();
            }
        });
    }

    private static Receipt valid(Receipt receipt) {
        if (receipt == null || receipt.id() == null || !receipt.id().matches("[^\\p{Cntrl}]{1,200}")) {
            throw Problem.of(502, "channel_answer_invalid");
        }
        Optional<String> url = receipt.url().filter(given -> given.matches("https?://[^\\s\\p{Cntrl}]{1,480}"));
        return new Receipt(receipt.id(), url);
    }

    private <R> R within(long channel, Callable<R> work) {
        Future<R> call = calls.submit(() -> {
            calling.add(channel);
            try {
                return work.call();
            } finally {
                calling.remove(channel);
            }
        });
        try {
            return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            LOG.error("A channel failed", e.getCause());
            throw Problem.of(500, "channel_failed");
        } catch (TimeoutException e) {
            call.cancel(true);
            throw Problem.of(504, "channel_timeout", patience.toSeconds());
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw Problem.of(503, "channel_interrupted");
        }
    }
}
