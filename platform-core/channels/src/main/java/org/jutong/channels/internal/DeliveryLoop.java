package org.jutong.channels.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jutong.channels.Delivery;
import org.jutong.channels.internal.store.ChannelRows;
import org.jutong.channels.internal.store.DeliveryRows;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChangeListener;
import org.jutong.sitegroup.ArticleJournal;
import org.jutong.sitegroup.ArticleJournal.Published;
import org.jutong.sitegroup.JournalReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal of articles, so that what changed for readers changes at the channels, and sends couriers to the channels
 * that have something due: each channel its own, so that a slow one holds up no other. Thread-safe.
 */
@Component(
        service = {DeliveryLoop.class, SiteChangeListener.class},
        immediate = true)
public final class DeliveryLoop implements SiteChangeListener {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);
    private static final long POLL = 500;
    private static final int LOT = 500;
    private static final int COURIERS = 32;

    private final ArticleJournal journal;
    private final ArticleTexts texts;
    private final ChannelRows channels;
    private final DeliveryRows rows;
    private final Courier courier;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private final Set<Long> served = ConcurrentHashMap.newKeySet();
    private final ExecutorService follower = Executors.newSingleThreadExecutor(threads("jutong-deliveries"));
    private final ExecutorService couriers = Executors.newFixedThreadPool(COURIERS, threads("jutong-courier"));
    private JournalReader reader;
    private long kept;
    private volatile boolean stopped;

    @Activate
    public DeliveryLoop(
            @Reference(target = "(osgi.unit.name=channels)") Store store,
            @Reference ArticleJournal journal,
            @Reference ArticleTexts texts,
            @Reference Courier courier,
            @Reference Clock clock) {
        this(store, journal, texts, courier, clock, true);
    }

    /** @param alive whether it runs by itself; else when it is told to */
    DeliveryLoop(Store store, ArticleJournal journal, ArticleTexts texts, Courier courier, Clock clock, boolean alive) {
        this.journal = journal;
        this.texts = texts;
        this.channels = new ChannelRows(store);
        this.rows = new DeliveryRows(store);
        this.courier = courier;
        this.clock = clock;
        if (alive) {
            follower.execute(this::run);
        }
    }

    private static ThreadFactory threads(String name) {
        return work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        };
    }

    /** Couriers on their way finish what they can; what they cannot is made again. */
    @Deactivate
    public void stop() {
        stopped = true;
        wake.release();
        follower.shutdown();
        couriers.shutdownNow();
    }

    @Override
    public void sitesChanged(Collection<SiteCode> sites) {
        wake();
    }

    void wake() {
        wake.release();
    }

    private void run() {
        boolean well = true;
        while (!stopped) {
            try {
                follow();
                due().forEach(this::send);
                well = true;
            } catch (RuntimeException e) {
                if (well && !stopped) {
                    LOG.error("Deliveries to channels stand still; it goes on trying", e);
                }
                well = false;
                reader = null;
            }
            try {
                wake.tryAcquire(POLL, TimeUnit.MILLISECONDS);
                wake.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Channels that have something to send. */
    List<Long> due() {
        return channels.due(clock.millis());
    }

    private void send(long channel) {
        if (stopped || !served.add(channel)) {
            return;
        }
        couriers.execute(() -> {
            try {
                courier.deliver(channel);
            } catch (RuntimeException e) {
                if (!stopped) {
                    LOG.error("Deliveries to channel {} stand still; it goes on trying", channel, e);
                }
            } finally {
                served.remove(channel);
            }
        });
    }

    /** Looks at every delivery whose article changed for readers. */
    void follow() {
        if (reader == null) {
            open();
        }
        for (List<Long> some = reader.next(LOT); !some.isEmpty(); some = reader.next(LOT)) {
            look(rows.of(some));
        }
        if (reader.cursor() > kept) {
            kept = reader.cursor();
            rows.keep(kept);
        }
    }

    private void open() {
        Optional<Long> cursor = rows.cursor();
        if (cursor.isPresent() && !journal.reaches(cursor.get())) {
            long settled = journal.settled();
            lookAtAll();
            reader = new JournalReader(journal, clock, settled);
        } else {
            reader = new JournalReader(journal, clock, cursor.orElseGet(journal::settled));
        }
        kept = cursor.orElse(-1L);
    }

    private void lookAtAll() {
        for (List<Delivery> some = rows.after(0, LOT); !some.isEmpty(); some = rows.after(last(some), LOT)) {
            look(some);
        }
    }

    private static long last(List<Delivery> some) {
        return some.get(some.size() - 1).id();
    }

    private void look(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        Map<Long, Published> now =
                texts.read(deliveries.stream().map(Delivery::article).distinct().toList());
        for (Delivery delivery : deliveries) {
            Optional<Published> article = Optional.ofNullable(now.get(delivery.article()));
            rows.look(delivery.id(), ArticleTexts.print(article, delivery.site()), clock.millis());
        }
    }
}
