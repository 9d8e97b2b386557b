package org.jutong.sitegroup.internal.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.audit.Event;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Archive;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.Desk;
import org.jutong.sitegroup.internal.PlainWords;
import org.jutong.sitegroup.internal.SiteDirectory;
import org.jutong.sitegroup.internal.SiteGroup;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.SiteReading;
import org.jutong.sitegroup.internal.StoredArticles;
import org.jutong.sitegroup.internal.lint.ArticleChecks;
import org.jutong.sitegroup.internal.tasks.StoredTasks;
import org.jutong.sitegroup.internal.tasks.TaskRunner;
import org.jutong.sitegroup.internal.tasks.TaskWork;

/** Imports over a fresh database, from a folder that the test fills. */
public final class Importing implements AutoCloseable {

    public static final Actor OPERATOR = new Actor("operator", "省平台");
    public static final SiteCode PROVINCE = new SiteCode("5200000001");
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2017-07-21T00:22:00Z"), ZoneId.of("Asia/Shanghai"));
    public static final Charset GBK = Charset.forName("GB18030");

    public static final SiteCode CITY = new SiteCode("5201000001");

    public static final Map<String, Object> MAPPING = Map.of(
            "skip", List.of("**index.html"),
            "columns", List.of(Map.of("from", "hy/**", "to", "meetings"), Map.of("from", "tz/**", "to", "notices")),
            "title", "h1",
            "time", ".time",
            "source", ".from",
            "body", "#text",
            "remove", ".share");

    public final SiteGroup group;
    public final Store store;
    public final SiteDirectory sites;
    public final Desk desk;
    public final StoredArticles articles;
    public final SiteReading reading;
    public final Archives archives;
    public final StoredTasks tasks;
    public final SiteImports imports;
    public final Addresses addresses;
    public final List<Event> recorded = new ArrayList<>();
    public final List<SiteCode> changed = new ArrayList<>();
    public final PlainWords words = new PlainWords();
    private final Path root;
    private final ImportWork work;
    private int failAfter;

    public Importing(Database database, Path root) {
        this.root = root;
        group = new SiteGroup(database);
        store = group.database.store();
        SiteMemory memory = new SiteMemory(store);
        sites = new SiteDirectory(memory, store, SiteGroup.AUTHORITY, recorded::add, changed::addAll, CLOCK);
        ArticleChecks checks = SiteGroup.checks(store, memory, CLOCK);
        desk = new Desk(store, sites, checks, SiteGroup.AUTHORITY, recorded::add, changed::addAll, CLOCK);
        articles = desk.articles;
        reading = new SiteReading(store, sites, CLOCK);
        archives = new Archives(store, sites, SiteGroup.AUTHORITY, recorded::add, CLOCK);
        tasks = new StoredTasks(store, SiteGroup.AUTHORITY, recorded::add, CLOCK);
        addresses = new Addresses(store);
        ImportFolder folder = new ImportFolder(Optional.of(root.toString()));
        imports = new SiteImports(store, sites, sites, archives, tasks, SiteGroup.AUTHORITY, recorded::add, folder);
        work = new ImportWork(store, sites, archives, checks, this::changed, recorded::add, words, CLOCK, folder);
    }

    /** Imports a small site with links, an attachment and two pages that say the same. */
    public void fill() {
        write(
                "site/hy/a.html",
                page("会议", "2017-07-20 08:30", "<p><a href=../tz/b.html>见</a><a href=/files/a.pdf>附</a></p>"));
        write("site/tz/b.html", page("通知", "2017-07-19", "<p><a href=../hy/a.html>会</a>，编号１２＋３=“五”&amp;</p>"));
        write("site/tz/c.html", page("通知", "2017-07-19", "<p><a href=../hy/a.html>会</a>，编号１２＋３=“五”&amp;</p>"));
        write("site/files/a.pdf", "%PDF-1.4 a");
        folder(MAPPING, false);
    }

    static String page(String title, String time, String body) {
        return "<html><head><meta charset=utf-8><title>旧站</title></head><body><h1>" + title
                + "</h1><div class=time>发布时间：" + time + " 浏览</div><span class=from>来源：省政府办公厅</span><div id=text>"
                + body + "<div class=share>分享</div></div></body></html>";
    }

    void write(String path, String text) {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String path, byte[] content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Archive handIn(byte[] content) {
        return archives.handIn(OPERATOR, PROVINCE, "old.zip", new ByteArrayInputStream(content));
    }

    /** Imports the folder and says how that ended. */
    Task folder(Map<String, Object> mapping, boolean dryRun) {
        return run(new ImportRequest(null, "site", mapping, dryRun));
    }

    Task folder(Map<String, Object> mapping, String name) {
        return run(new ImportRequest(null, name, mapping, false));
    }

    public Task run(ImportRequest request) {
        Task task = imports.start(OPERATOR, PROVINCE, request);
        runAll(List.of(work));
        return tasks.get(OPERATOR, task.id());
    }

    public void runAll(List<TaskWork> kinds) {
        TaskRunner.standing(store, words, CLOCK, kinds).runAll();
    }

    /** The platform breaks when visitors would see what was written before this many lots were. */
    void failAfter(int written) {
        failAfter = written;
    }

    private void changed(java.util.Collection<SiteCode> codes) {
        changed.addAll(codes);
        if (--failAfter == 0) {
            throw new IllegalStateException("broken");
        }
    }

    /** Does what is waiting. */
    public void workAll() {
        runAll(List.of(work));
    }

    ImportWork work() {
        return work;
    }

    List<Task.Line> lines(Task task) {
        return tasks.lines(OPERATOR, task.id(), 0, 1000, Optional.empty());
    }

    public Map<String, String> outcomes(Task task) {
        Map<String, String> said = new java.util.TreeMap<>();
        lines(task)
                .forEach(line -> said.put(
                        line.item(),
                        line.outcome() + line.code().map(code -> " " + code).orElse("")));
        return said;
    }

    /** The number of the article that an old address leads to. */
    long article(String path) {
        String now = addresses.find(PROVINCE, path).orElseThrow();
        return Long.parseLong(now.substring(now.lastIndexOf('/') + 1));
    }

    @Override
    public void close() {
        group.close();
    }
}
