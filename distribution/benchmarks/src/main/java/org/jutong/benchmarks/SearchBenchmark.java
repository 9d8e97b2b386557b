package org.jutong.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.search.Question;
import org.jutong.search.internal.SearchRights;
import org.jutong.search.internal.StoredSynonyms;
import org.jutong.search.internal.attached.Attachments;
import org.jutong.search.internal.index.IndexKeeper;
import org.jutong.search.internal.index.IndexedSearch;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleFiles;
import org.jutong.sitegroup.ArticleJournal;
import org.jutong.sitegroup.ArticleJournal.Change;
import org.jutong.sitegroup.ArticleJournal.Place;
import org.jutong.sitegroup.ArticleJournal.Published;
import org.jutong.sitegroup.ChineseScript;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.osgi.framework.BundleContext;

/** 100,000 articles indexed and asked for on one thread; beside it bare Lucene with one field of words and no excerpts. */
final class SearchBenchmark {

    private static final int ARTICLES = Integer.getInteger("articles", 100_000);
    private static final int WORDS_EACH = 300;
    private static final int WARM_UP = 200;
    private static final int ASKED = 1_000;
    private static final int PUBLISHED = 50;
    private static final String FOLLOWED =
            PUBLISHED + " articles one after the other, each asked for until it is found";

    /** Articles that came after the index was built. */
    private static final AtomicLong NEW = new AtomicLong();

    private static final SiteCode SITE = new SiteCode("5200000001");
    private static final String[] COMMON = ("全省 各级 政府 网站 集约化 建设 工作 推进 平台 统一 栏目 公开 信息 服务 群众 企业 审批 事项 办理 时限"
                    + " 要求 部门 单位 落实 责任 检查 整改 会议 强调 指出 安排 部署 认真 贯彻 精神 加强 完善 制度 机制 确保 任务 数据 共享"
                    + " 交换 标准 规范 安全 运行 维护 经费 预算 项目 资金 管理 监督 考核 通报 情况 报告 年度 计划 农村 教育 医疗 交通 环境"
                    + " 保护 就业 社会 保障 扶贫 产业 发展 改革 创新 街道 社区 代表 委员 提案 答复 公告 茶叶 防汛 道路 学校 医院 桥梁 水库"
                    + " 森林 旅游 文化 体育 气象 地质 粮食 蔬菜 电力 天然气 公积金 驾驶证 护照 户籍 养老金 失业 工伤 生育 低保 残疾人")
            .split(" ");

    private SearchBenchmark() {}

    static List<Figure> run(Path folder) throws Exception {
        Path bare = Files.createDirectories(folder.resolve("bare"));
        long start = System.nanoTime();
        bare(bare);
        double bareRate = ARTICLES / Samples.secondsSince(start);
        IndexKeeper keeper = new IndexKeeper(
                journal(),
                new Attachments(fake(ArticleFiles.class, null), null, () -> "", Duration.ofSeconds(1)),
                Clock.systemUTC(),
                fake(
                        BundleContext.class,
                        (proxy, method, given) -> folder.resolve("data").toString()));
        start = System.nanoTime();
        long used = processorTime();
        while (!keeper.state().ready()) {
            Thread.sleep(20);
        }
        double rate = ARTICLES / Samples.secondsSince(start);
        double each = (processorTime() - used) / 1e6 / ARTICLES;
        try {
            double[] own = ask(keeper);
            double[] lucene = askBare(bare);
            double[] behind = publish(keeper);
            String method = ARTICLES + " articles of " + WORDS_EACH + " words, " + ASKED + " questions of one to three"
                    + " words, in quotes, with site, time or newest first, on one thread after " + WARM_UP
                    + "; a page of ten with excerpts";
            String yardstick = "yardstick: bare Lucene in the same run, title and text by words in one index, the same"
                    + " one to three words, ten numbers of documents without excerpts";
            return List.of(
                    Figure.atLeast("search: articles indexed", rate, "1/s", 2_000, "a new index, on all processors"),
                    Figure.plain(
                            "search: processor time for an article",
                            each,
                            "ms",
                            "of the whole process, so that what else ran on the machine counts little"),
                    Figure.plain("search: articles indexed / bare Lucene", rate / bareRate, "×", yardstick),
                    Figure.plain("search: median", own[ASKED / 2], "ms", method),
                    Figure.atMost("search: p95", own[ASKED * 95 / 100], "ms", 50, method),
                    Figure.plain("search: p99", own[ASKED * 99 / 100], "ms", method),
                    Figure.plain(
                            "search: p95 / bare Lucene",
                            own[ASKED * 95 / 100] / lucene[ASKED * 95 / 100],
                            "×",
                            yardstick),
                    Figure.plain(
                            "search: a new article can be found after, median", behind[PUBLISHED / 2], "ms", FOLLOWED),
                    Figure.atMost(
                            "search: a new article can be found after, longest",
                            behind[PUBLISHED - 1],
                            "ms",
                            1_000,
                            FOLLOWED),
                    Figure.plain("search: index", megabytes(folder.resolve("data")), "MB", "after the build"));
        } finally {
            keeper.stop();
        }
    }

    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** From a line in the journal until the article is found, in milliseconds. */
    private static double[] publish(IndexKeeper keeper) throws InterruptedException {
        IndexedSearch search = search(keeper);
        double[] milliseconds = new double[PUBLISHED];
        for (int i = 0; i < PUBLISHED; i++) {
            Thread.sleep(new Random(i).nextInt(700));
            Question question = Question.of(Integer.toString(ARTICLES + i + 1));
            long start = System.nanoTime();
            NEW.incrementAndGet();
            keeper.sitesChanged(List.of(SITE));
            while (search.find(question).total() == 0) {
                Thread.sleep(1);
            }
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        return milliseconds;
    }

    private static double[] ask(IndexKeeper keeper) {
        IndexedSearch search = search(keeper);
        return timed(i -> search.find(question(i)).total());
    }

    private static IndexedSearch search(IndexKeeper keeper) {
        Sites sites = fake(Sites.class, (proxy, method, given) -> switch (method.getName()) {
            case "page", "subtree" -> List.of(site());
            case "require" -> site();
            default -> Optional.of(site());
        });
        ChineseScript script = fake(ChineseScript.class, (proxy, method, given) -> given[0]);
        StoredSynonyms synonyms = new StoredSynonyms(
                fake(Store.class, (proxy, method, given) -> List.of()),
                new SearchRights(null, sites),
                event -> {},
                (kind, names) -> {});
        return new IndexedSearch(keeper, sites, fake(Columns.class, null), script, synonyms);
    }

    private static Question question(int i) {
        Question words = Question.of(i % 7 == 3 ? "\"" + typed(i).replace(" ", "") + "\"" : typed(i));
        return switch (i % 5) {
            case 1 -> words.on(SITE);
            case 2 ->
                new Question(
                        words.words(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(java.time.LocalDate.of(2017, 1, 1)),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        1,
                        10);
            default -> words;
        };
    }

    private static String typed(int i) {
        Random random = new Random(i);
        return IntStream.range(0, 1 + i % 3).mapToObj(n -> word(random)).collect(Collectors.joining(" "));
    }

    private static double[] askBare(Path folder) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            IndexSearcher searcher = new IndexSearcher(reader);
            return timed(i -> {
                BooleanQuery.Builder all = new BooleanQuery.Builder();
                for (String word : typed(i).split(" ")) {
                    all.add(new TermQuery(new Term("text", word)), Occur.MUST);
                }
                try {
                    return searcher.search(all.build(), 10).scoreDocs.length;
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static double[] timed(IntFunction<Integer> work) {
        double[] milliseconds = new double[ASKED];
        for (int i = -WARM_UP; i < ASKED; i++) {
            long start = System.nanoTime();
            work.apply(i + WARM_UP);
            if (i >= 0) {
                milliseconds[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(milliseconds);
        return milliseconds;
    }

    private static void bare(Path folder) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(new SmartChineseAnalyzer()).setRAMBufferSizeMB(48);
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(folder), config)) {
            for (int i = 1; i <= ARTICLES; i++) {
                Document document = new Document();
                document.add(new TextField("title", title(i), Field.Store.YES));
                document.add(new TextField("text", text(i), Field.Store.YES));
                writer.addDocument(document);
            }
        }
    }

    private static ArticleJournal journal() {
        return fake(ArticleJournal.class, (proxy, method, given) -> switch (method.getName()) {
            case "published" -> published((Long) given[0], (Integer) given[1]);
            case "count" -> (long) ARTICLES;
            case "settled" -> NEW.get();
            case "reaches" -> true;
            case "between" -> between((Long) given[0], Math.min((Long) given[1], NEW.get()));
            case "read" ->
                ((Collection<?>) given[0])
                        .stream().map(id -> article((Long) id)).toList();
            default -> List.of();
        });
    }

    private static List<Change> between(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(number -> new Change(number, ARTICLES + number))
                .toList();
    }

    private static List<Published> published(long after, int limit) {
        List<Published> some = new ArrayList<>();
        for (long id = after + 1; id <= Math.min(ARTICLES, after + limit); id++) {
            some.add(article(id));
        }
        return some;
    }

    private static Published article(long id) {
        Instant time = Instant.EPOCH.plusSeconds(1_400_000_000L + id * 1_000);
        Article article = new Article(
                id,
                SITE,
                title((int) id),
                "省政府",
                "",
                "<p>" + text((int) id) + "</p>",
                Article.State.PUBLISHED,
                "news",
                Optional.of(time),
                1);
        return new Published(article, List.of(new Place(SITE, "news", time)));
    }

    private static String title(int i) {
        Random random = new Random(-i);
        return "关于" + word(random) + word(random) + word(random) + "的通知";
    }

    private static String text(int i) {
        Random random = new Random(i);
        StringBuilder text = new StringBuilder();
        for (int n = 1; n <= WORDS_EACH; n++) {
            text.append(word(random)).append(n % 12 == 0 ? "。" : "");
        }
        return text.append(i).toString();
    }

    /** The first ones far more often than the last ones, as in any language. */
    private static String word(Random random) {
        double at = Math.pow(random.nextDouble(), 3);
        return COMMON[(int) (at * COMMON.length)];
    }

    private static Site site() {
        return new Site(SITE, "贵州省人民政府", Level.PROVINCE, "520000", "贵州省", Optional.empty(), "blue");
    }

    private static double megabytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1e6;
        }
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        InvocationHandler none = (proxy, method, given) -> List.of();
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers == null ? none : answers));
    }
}
