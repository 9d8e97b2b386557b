package org.jutong.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;

/** Articles of the sites' own, and some of the province that all of them show; written through REST. */
final class SiteContent {

    /** How the titles of the sites' own articles begin. */
    static final String OWN = "部门通知";

    /** How the titles begin of those that all sites show. */
    static final String PROVINCIAL = "省级通知";

    private static final int WRITERS = 8;
    private static final int PUSHED = 5;
    private static final String BODY =
            ("<p>" + "各部门要提高认识，加强领导，落实责任，按照全省政府网站集约化建设的要求抓好各项工作。".repeat(12) + "</p>").repeat(5);

    private final Platform platform;
    private final List<String> sites;
    private final Map<String, Long> articles = new ConcurrentHashMap<>();

    SiteContent(Platform platform, List<String> sites) {
        this.platform = platform;
        this.sites = sites;
    }

    /** One own article on every site, and five that are pushed to all. */
    Figure fill(String name) throws Exception {
        String load = Machine.load();
        long start = System.nanoTime();
        // each of them is signed in once: an account has so many sessions and no more
        List<Api> reviewers = Province.reviewers(platform);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer;
                Api admin = platform.admin();
                work.add(() -> {
                    for (int i = first; i < sites.size(); i += WRITERS) {
                        articles.put(sites.get(i), publish(admin, reviewers, sites.get(i), OWN + i));
                    }
                    return null;
                });
            }
            for (Future<Void> each : threads.invokeAll(work)) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        double took = Samples.secondsSince(start);
        Api admin = platform.admin();
        for (int i = 0; i < PUSHED; i++) {
            long article = publish(admin, reviewers, Province.PROVINCE, PROVINCIAL + i);
            Api.Answer pushed = admin.post("/articles/" + article + "/pushes", Map.of("subtree", Province.PROVINCE));
            if (pushed.status() != 201) {
                throw new IllegalStateException("Not pushed: " + pushed.text());
            }
        }
        String method = "one article of " + BODY.length()
                + " characters on each site, written, submitted and approved by three through" + " REST by " + WRITERS
                + " editors at once, each entry of the audit chain on the disk; " + load;
        return Figure.plain(
                name + ", articles written, reviewed and published a second", sites.size() / took, "1/s", method);
    }

    static long publish(Api editor, List<Api> reviewers, String site, String title) {
        Api.Answer draft = editor.post(
                "/sites/" + site + "/articles",
                Map.of("title", title, "source", "本站", "author", "", "body", BODY, "column", "notices"));
        if (draft.status() != 201) {
            throw new IllegalStateException("Not written: " + draft.text());
        }
        long id = draft.json().path("id").asLong();
        Api.Answer published = Province.publish(reviewers, editor, id);
        if (published.status() != 200) {
            throw new IllegalStateException("Not published: " + published.text());
        }
        return id;
    }

    /** The address of the site's own article there. */
    String article(String site) {
        return "/sites/" + site + "/articles/" + articles.get(site);
    }

    /** The address that the article has on another site. */
    String articleOn(String other, String site) {
        return "/sites/" + other + "/articles/" + articles.get(site);
    }

    List<String> sites() {
        return sites;
    }
}
