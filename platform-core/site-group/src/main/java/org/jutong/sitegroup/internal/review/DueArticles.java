package org.jutong.sitegroup.internal.review;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jutong.audit.Origin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes approved articles when their time has come, also those whose time came while the platform stood still. */
@Component(service = DueArticles.class, immediate = true)
public final class DueArticles {

    private static final Logger LOG = LoggerFactory.getLogger(DueArticles.class);
    private static final long SECONDS = 2;

    private final StoredReviews reviews;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "jutong-due-articles");
        made.setDaemon(true);
        return made;
    });

    /** Looks every other second; each node does, the first one publishes. */
    @Activate
    public DueArticles(@Reference StoredReviews reviews) {
        this.reviews = reviews;
        thread.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    private void look() {
        Origin before = Origin.enter(new Origin(Origin.Channel.JOB, ""));
        try {
            reviews.publishDue();
        } catch (RuntimeException e) {
            // an exception would end the schedule
            LOG.error("Articles that are due could not be published", e);
        } finally {
            Origin.enter(before);
        }
    }
}
