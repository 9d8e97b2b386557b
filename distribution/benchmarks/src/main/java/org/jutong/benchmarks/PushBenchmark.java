package org.jutong.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.DoubleStream;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;

/** One article pushed to all sites, corrected and withdrawn, each measured until a reader of the last site sees it. */
final class PushBenchmark {

    private static final int ROUNDS = 5;
    private static final int WARM_UP = 2;
    private static final long PATIENCE = 30;

    /** Every so many sites one is read after each step. */
    private static final int READ = 200;

    private final Platform platform;
    private final SiteContent content;
    private final Api admin;
    private final Api visitor;
    private final List<Api> reviewers;
    private final String county;
    private double pushed;

    PushBenchmark(Platform platform, SiteContent content) {
        this.platform = platform;
        this.content = content;
        this.admin = platform.admin();
        this.visitor = platform.api();
        this.reviewers = Province.reviewers(platform);
        this.county = content.sites().get(0).substring(0, 6) + "0001";
    }

    /** Seconds that a push to all took. */
    double pushed() {
        return pushed;
    }

    List<Figure> run(String name, boolean derby) throws Exception {
        String load = Machine.load();
        double[] push = new double[ROUNDS];
        double[] small = new double[ROUNDS];
        double[] correction = new double[ROUNDS];
        double[] withdrawal = new double[ROUNDS];
        int placed = 0;
        int few = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long aside = SiteContent.publish(admin, reviewers, Province.PROVINCE, "县级范围" + round);
            long start = System.nanoTime();
            few = push(aside, county);
            double aSmall = Samples.secondsSince(start);
            long article = SiteContent.publish(admin, reviewers, Province.PROVINCE, "全省范围" + round);
            start = System.nanoTime();
            placed = push(article, Province.PROVINCE);
            awaitEverywhere(article, 200, "全省范围" + round);
            double aPush = Samples.secondsSince(start);
            double aCorrection = correct(article, "更正后" + round);
            double aWithdrawal = withdraw(article);
            if (round >= 0) {
                small[round] = aSmall;
                push[round] = aPush;
                correction[round] = aCorrection;
                withdrawal[round] = aWithdrawal;
            }
        }
        pushed = Samples.median(push);
        String method = "REST call until every " + READ + "th site and the last one show it, " + ROUNDS
                + " rounds after " + WARM_UP + " for warming up, medians; " + placed + " sites; ";
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.atMost(name + ", pushed until seen on the last", pushed, "s", derby ? 3 : 2, method + load),
                Figure.atMost(
                        name + ", corrected until seen on the last",
                        Samples.median(correction),
                        "s",
                        1,
                        method + "from the last approval; " + load),
                Figure.atMost(
                        name + ", withdrawn until gone from the last",
                        Samples.median(withdrawal),
                        "s",
                        1,
                        method + load),
                Figure.plain(name + ", cost of a site, push to all", pushed / placed * 1e6, "µs", method + load),
                Figure.plain(
                        name + ", cost of a site, push to " + few,
                        Samples.median(small) / few * 1e6,
                        "µs",
                        "the call alone; it holds the fixed cost of a call too; " + load)));
        figures.addAll(portal(name));
        return figures;
    }

    /** Readers of pages that no push changes and of pages that each one does, before and during pushes. */
    private List<Figure> portal(String name) throws Exception {
        String wrk = "wrk -t1 -c8 -d10s --latency";
        String page = platform.url()
                + content.article(content.sites().get(content.sites().size() / 2));
        LoadTest.wrk(wrk, page);
        double[] idle = new double[3];
        double[] busy = new double[3];
        int pushes = 0;
        for (int round = 0; round < idle.length; round++) {
            String load = Machine.load();
            idle[round] = LoadTest.wrk(wrk, page).p99();
            CompletableFuture<Double> reading = CompletableFuture.supplyAsync(() -> {
                try {
                    return LoadTest.wrk(wrk, page).p99();
                } catch (Exception e) {
                    throw new IllegalStateException(load, e);
                }
            });
            while (!reading.isDone()) {
                long article = SiteContent.publish(admin, reviewers, Province.PROVINCE, "推送中" + pushes++);
                push(article, Province.PROVINCE);
            }
            busy[round] = reading.get();
        }
        String method =
                wrk + ", an article page of one site, 8 readers, 3 rounds in turn, medians; pushes to all sites one"
                        + " after the other, " + pushes + " in all; " + Machine.load();
        double quiet = Samples.median(idle);
        double during = Samples.median(busy);
        return List.of(
                Figure.plain(name + ", portal p99, idle", quiet, "ms", method),
                Figure.plain(name + ", portal p99 while pushing", during, "ms", method),
                Figure.atMost(
                        name + ", portal p99 while pushing / idle",
                        Samples.median(DoubleStream.iterate(0, i -> i + 1)
                                .limit(idle.length)
                                .map(i -> busy[(int) i] / idle[(int) i])
                                .toArray()),
                        "×",
                        3,
                        method));
    }

    private int push(long article, String subtree) {
        Api.Answer answer = admin.post("/articles/" + article + "/pushes", Map.of("subtree", subtree));
        if (answer.status() != 201) {
            throw new IllegalStateException("Not pushed: " + answer.text());
        }
        return answer.json().path("placed").asInt();
    }

    private double correct(long article, String title) throws Exception {
        JsonNode now = admin.get("/articles/" + article).json();
        Map<String, Object> text = new HashMap<>();
        for (String field : List.of("source", "author", "body", "column", "published")) {
            text.put(field, now.path(field).asText());
        }
        text.put("title", title);
        text.put("version", now.path("version").asInt());
        JsonNode saved = answered(200, admin.put("/articles/" + article, text));
        Map<String, Object> submission = new LinkedHashMap<>();
        submission.put("version", saved.path("version").asInt());
        answered(200, admin.post("/articles/" + article + "/submission", submission));
        long start = 0;
        for (Api reviewer : reviewers) {
            int number = reviewer.get("/articles/" + article + "/review")
                    .json()
                    .path("number")
                    .asInt();
            start = System.nanoTime();
            answered(
                    200,
                    reviewer.post("/articles/" + article + "/review", Map.of("decision", "approve", "number", number)));
        }
        awaitEverywhere(article, 200, title);
        return Samples.secondsSince(start);
    }

    private double withdraw(long article) throws Exception {
        long start = System.nanoTime();
        answered(200, admin.post("/articles/" + article + "/withdrawal", Map.of("reason", "测量")));
        awaitEverywhere(article, 404, "");
        return Samples.secondsSince(start);
    }

    private void awaitEverywhere(long article, int status, String words) throws Exception {
        List<String> sites = content.sites();
        long deadline = System.nanoTime() + PATIENCE * 1_000_000_000L;
        await(sites.get(sites.size() - 1), article, status, words, deadline);
        for (int i = 0; i < sites.size(); i += READ) {
            await(sites.get(i), article, status, words, deadline);
        }
    }

    private void await(String site, long article, int status, String words, long deadline) throws Exception {
        while (true) {
            Api.Answer page = visitor.page("/sites/" + site + "/articles/" + article);
            if (page.status() == status && page.text().contains(words)) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not seen on " + site + ": " + page.status());
            }
            Thread.sleep(2);
        }
    }

    private static JsonNode answered(int status, Api.Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.text());
        }
        return answer.json();
    }
}
