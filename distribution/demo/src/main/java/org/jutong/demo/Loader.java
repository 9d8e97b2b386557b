package org.jutong.demo;

import org.jutong.sitegroup.Articles;
import org.jutong.sitegroup.ChineseScript;
import org.jutong.sitegroup.Pushes;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.TakenOver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the province in the background as soon as the platform's services are there. */
@Component(
        immediate = true,
        service = {})
public final class Loader {

    private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

    private final Progress progress;
    private final Guizhou guizhou;
    private volatile boolean stopped;

    /** Starts where the demonstration is wanted. */
    @Activate
    public Loader(
            @Reference Progress progress,
            @Reference Sites sites,
            @Reference Articles articles,
            @Reference TakenOver takenOver,
            @Reference Pushes pushes,
            @Reference ChineseScript script) {
        this.progress = progress;
        this.guizhou = new Guizhou(sites, articles, takenOver, pushes, script);
        if (progress.wanted()) {
            Thread thread = new Thread(this::load, "jutong-demo");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Stops after the step that is being done; the next start goes on there. */
    @Deactivate
    void stop() {
        stopped = true;
    }

    private void load() {
        long start = System.nanoTime();
        try {
            guizhou.load(this::next);
            progress.done();
            LOG.info("The demonstration province was ready after {} ms", (System.nanoTime() - start) / 1_000_000);
        } catch (Stopped e) {
            LOG.info("Loading the demonstration province was interrupted and goes on at the next start");
        } catch (RuntimeException e) {
            progress.at("演示数据加载失败，请查看日志");
            LOG.error("The demonstration province could not be loaded", e);
        }
    }

    private void next(String step) {
        if (stopped) {
            throw new Stopped();
        }
        progress.at(step);
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
