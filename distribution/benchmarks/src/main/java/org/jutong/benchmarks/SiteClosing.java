package org.jutong.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Later;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/**
 * Sites merged into those above them, agreed to by three levels, and closed: each step of many sites is one task. The
 * platform is killed in the middle of the first. Nobody waits for the notice to run out: the last platform's clock is a
 * month ahead.
 */
final class SiteClosing {

    private static final int LEVELS = 3;
    private static final int NOTICE_DAYS = 31;
    private static final int TOGETHER = 50;
    private static final int LOOKED_AT = 50;
    private static final String REASON = "集约化整合";

    private final BenchDatabase database;
    private final List<String> sites;
    private final SiteContent content;
    private double merging;
    private double approving;
    private double closing;

    SiteClosing(BenchDatabase database, List<String> sites, SiteContent content) {
        this.database = database;
        this.sites = sites;
        this.content = content;
    }

    /** How long the platform worked on it. */
    double seconds() {
        return merging + approving + closing;
    }

    /** In how many transactions. */
    int transactions() {
        return (sites.size() / TOGETHER + 1) * (LEVELS + 2);
    }

    List<Figure> run(String name) throws Exception {
        String load = Machine.load();
        String killed = merge();
        Later later = Later.in(Shared.folder("later").resolveSibling("home"));
        try (Platform platform = later.start(NOTICE_DAYS, database.data(), database.environment())) {
            closing = whole(start(platform.admin(), "close"));
            lookAt(platform);
        }
        String method = "three kinds of tasks (POST /site-steps): merge, approve at " + LEVELS
                + " levels by three people, close; one own article and five of the province on each; from start to end"
                + " of each task, without the restart and what follows from it; " + load;
        return List.of(
                Figure.atMost(name + sites.size() + " sites, all steps", seconds(), "s", 120, method),
                Figure.plain(name + "merged, content placed above", merging, "s", killed),
                Figure.plain(name + "agreed to by three levels", approving, "s", method),
                Figure.plain(name + "closed, content handed over, tombstones", closing, "s", method));
    }

    /** Merges, with a power cut, and lets the levels agree. */
    private String merge() throws Exception {
        LongWork work;
        int reached;
        try (Platform platform = Platform.start(database.data(), database.environment())) {
            work = start(platform.admin(), "merge");
            long start = System.nanoTime();
            reached = work.await(sites.size() * 2 / 5).path("done").asInt();
            merging = Samples.secondsSince(start);
            platform.kill();
        }
        try (Platform platform = Platform.start(database.data(), database.environment())) {
            long up = System.nanoTime();
            LongWork again = work.seenBy(platform.admin());
            int stored = again.now().path("done").asInt();
            again.await(stored + 1);
            double waited = Samples.secondsSince(up);
            long goes = System.nanoTime();
            whole(again);
            merging += Samples.secondsSince(goes);
            for (int level = 0; level < LEVELS; level++) {
                Api office = Province.person(platform, "bench.office." + level, "operator", Province.PROVINCE);
                approving += whole(start(office, "approve"));
            }
            return "killed with SIGKILL when " + reached + " sites were done; " + stored
                    + " were stored when the platform was up again; " + Math.round(waited)
                    + " s later it went on by itself (a task is held for 30 s) and came to its end";
        }
    }

    private LongWork start(Api by, String step) {
        return LongWork.of(by, by.post("/site-steps", Map.of("step", step, "sites", sites, "reason", REASON)));
    }

    /** Seconds until it is done with all sites, none refused. */
    private double whole(LongWork work) {
        long start = System.nanoTime();
        JsonNode end = work.await();
        double seconds = Samples.secondsSince(start);
        JsonNode refused =
                work.by().get(work.path() + "/lines?outcome=refused&limit=1").json();
        if (end.path("done").asInt() != sites.size() || !refused.path("items").isEmpty()) {
            throw new IllegalStateException("Not all made the step: " + end + refused);
        }
        return seconds;
    }

    /** Each of some sites made each step once, its article is on the site above, and its old address says so. */
    private void lookAt(Platform platform) {
        Api admin = platform.admin();
        for (int i = 0; i < LOOKED_AT; i++) {
            String site = sites.get(i * sites.size() / LOOKED_AT);
            String above = site.substring(0, 6) + "0001";
            List<String> steps = new ArrayList<>();
            admin.get("/sites/" + site + "/steps")
                    .json()
                    .path("items")
                    .forEach(step -> steps.add(step.path("step").asText()));
            require(steps.size() == LEVELS + 4, "steps of " + site + ": " + steps);
            Api.Answer home = admin.page("/sites/" + site + "/");
            require(home.status() == 410 && home.text().contains("/sites/" + above), "tombstone of " + site);
            require(admin.page(content.articleOn(above, site)).status() == 200, "article of " + site);
            require(admin.page(content.article(site)).status() == 301, "old address on " + site);
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Not as it should be: " + what);
        }
    }
}
