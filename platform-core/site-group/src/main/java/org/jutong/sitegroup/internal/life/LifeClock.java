package org.jutong.sitegroup.internal.life;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jutong.audit.Origin;
import org.jutong.identity.Accounts;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteLife.Why;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.store.FileRows;
import org.jutong.sitegroup.internal.store.JournalRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What time alone brings: sites whose temporary closure is over open again; files that nobody used and old lines of the
 * journal are removed.
 */
@Component(service = LifeClock.class, immediate = true)
public final class LifeClock {

    private static final Logger LOG = LoggerFactory.getLogger(LifeClock.class);
    private static final Duration UNUSED = Duration.ofDays(1);
    private static final long MINUTES = 10;

    private final Closing closing;
    private final StepBook book;
    private final SiteMemory memory;
    private final FileRows files;
    private final JournalRows journal;
    private final Texts texts;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "jutong-site-life");
        made.setDaemon(true);
        return made;
    });

    @Activate
    public LifeClock(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Closing closing,
            @Reference StepBook book,
            @Reference SiteMemory memory,
            @Reference Texts texts,
            @Reference Clock clock) {
        this.closing = closing;
        this.book = book;
        this.memory = memory;
        this.files = new FileRows(store);
        this.journal = new JournalRows(store);
        this.texts = texts;
        this.clock = clock;
        thread.scheduleWithFixedDelay(this::tickQuietly, 1, MINUTES, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    private void tickQuietly() {
        Origin before = Origin.enter(new Origin(Origin.Channel.JOB, ""));
        try {
            tick();
        } catch (RuntimeException e) {
            LOG.error("What time brings to sites could not be done", e);
        } finally {
            Origin.enter(before);
        }
    }

    /** Does what is due. */
    void tick() {
        for (Site site : due()) {
            try {
                closing.reopen(Accounts.SYSTEM, site, Why.because(texts.say(Texts.CHINESE, "life.reopened")));
            } catch (Problem other) {
                LOG.info("Site {} was opened by somebody else: {}", site.code(), other.code());
                memory.reload();
            }
        }
        files.removeUnused(clock.instant().minus(UNUSED));
        journal.removeOld();
    }

    private List<Site> due() {
        return memory.now().page(Optional.empty(), Integer.MAX_VALUE).stream()
                .filter(site -> site.state() == SiteState.TEMPORARILY_CLOSED)
                .filter(site -> site.until().filter(book.today()::isAfter).isPresent())
                .toList();
    }
}
