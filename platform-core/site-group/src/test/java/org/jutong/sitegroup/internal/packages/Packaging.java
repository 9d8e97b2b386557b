package org.jutong.sitegroup.internal.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.importing.Importing.CLOCK;
import static org.jutong.sitegroup.internal.importing.Importing.OPERATOR;
import static org.jutong.sitegroup.internal.importing.Importing.PROVINCE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jutong.columns.ColumnStandard;
import org.jutong.identity.Authority;
import org.jutong.plugin.Actor;
import org.jutong.sitegroup.Archive;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleFile;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Filing;
import org.jutong.sitegroup.Filing.SecurityTest;
import org.jutong.sitegroup.Pushes.Outcome;
import org.jutong.sitegroup.Pushes.Target;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.HostMemory;
import org.jutong.sitegroup.internal.SiteGroup;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.files.SampleFiles;
import org.jutong.sitegroup.internal.files.StoredFiles;
import org.jutong.sitegroup.internal.importing.Importing;
import org.jutong.sitegroup.internal.standard.StoredStandards;
import org.jutong.sitegroup.internal.store.FilingRows;
import org.jutong.sitegroup.internal.store.HostRows;
import org.jutong.sitegroup.internal.store.PackageRows;
import org.jutong.sitegroup.internal.store.PackageRows.PackedColumn;
import org.jutong.sitegroup.internal.store.PushOrder;
import org.jutong.sitegroup.internal.store.PushRows;

/** A platform between which and another packages go. */
public final class Packaging implements AutoCloseable {

    static final Filing FILING = new Filing(
            Optional.of("贵州省人民政府办公厅"),
            Optional.of("0851-12345"),
            Optional.of("黔ICP备05000001号"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new SecurityTest(LocalDate.parse("2017-06-01"), "省测评中心", true)));
    static final String PICTURE = "GIF89a1";

    public final Importing platform;
    final StoredStandards standards;

    public Packaging(Database database, Path folder) {
        platform = new Importing(database, folder);
        standards = standards(SiteGroup.AUTHORITY);
    }

    private StoredStandards standards(Authority authority) {
        return new StoredStandards(
                platform.store, new SiteMemory(platform.store), authority, platform.recorded::add, CLOCK);
    }

    /** A site that has something of everything. */
    public void fill() {
        new PackageRows(platform.store).site(platform.sites.require(PROVINCE), ColumnStandard.CURRENT, columns());
        platform.fill();
        Article draft = write("草稿", "<p>未发布</p>", Optional.empty());
        Article withdrawn = platform.desk.publish(
                OPERATOR,
                write("撤回", "<p>见<a href=\"/sites/5200000001/articles/" + draft.id() + "\">稿</a></p>", Optional.empty())
                        .id());
        platform.articles.withdraw(OPERATOR, withdrawn.id(), "有误");
        new FilingRows(platform.store).set(PROVINCE, FILING);
        new HostRows(platform.store).set(PROVINCE, Optional.of("www.gz.gov.cn"), List.of("gz.gov.cn", "a.gz.gov.cn"));
        byte[] picture = PICTURE.getBytes(StandardCharsets.UTF_8);
        long file = new PackageRows(platform.store)
                .addFile(
                        Importing.CITY,
                        "p/a.gif",
                        "图.gif",
                        "image/gif",
                        StoredFiles.sha256(picture),
                        picture,
                        "city",
                        CLOCK.instant());
        Article written = platform.articles.write(
                OPERATOR,
                Importing.CITY,
                new Draft(
                        "推送来的",
                        "市政府",
                        "",
                        "<p><img src=\"/sites/5201000001/files/" + file + "/a.gif\" /></p>",
                        "meetings",
                        Optional.empty()));
        attach(written, "通知.pdf", SampleFiles.pdf());
        attach(draft, "草稿附件.pdf", SampleFiles.pdf());
        Article pushed = platform.desk.publish(OPERATOR, written.id());
        new PushRows(platform.store)
                .push(
                        new PushOrder(
                                pushed.id(),
                                PROVINCE,
                                Optional.of("notices"),
                                "city",
                                CLOCK.instant(),
                                Optional.empty(),
                                Optional.empty()),
                        (article, present, asking) ->
                                List.of(new Target(PROVINCE, "notices", Outcome.PLACED, Optional.empty())));
    }

    /** Hands in a file, and lets the text lead to it. */
    void attach(Article article, String name, byte[] content) {
        ArticleFile file = platform.desk.files.add(OPERATOR, article.id(), name, new ByteArrayInputStream(content));
        Article now = platform.articles.get(OPERATOR, article.id());
        String link = "<p><a href=\"" + file.on(now.owner()) + "\">" + name + "</a></p>";
        platform.articles.revise(
                OPERATOR, now.id(), now.version(), Draft.of(now).withBody(now.body() + link));
    }

    /** Those of the standard, an own one, and one that had another key. */
    private List<PackedColumn> columns() {
        List<PackedColumn> columns = new ArrayList<>(new PackageRows(platform.store).columns(PROVINCE));
        Column own = new Column(PROVINCE, "tea", "茶", Optional.of("news"), "工作动态", "本站自设", "茶", Optional.empty(), 99);
        Column before = new Column(
                PROVINCE, "cha", "茶", Optional.of("news"), "工作动态", "", "", Optional.of(Period.ofDays(14)), 98);
        columns.add(new PackedColumn(own, false, Optional.empty(), false));
        columns.add(new PackedColumn(before, true, Optional.of("tea"), true));
        return columns;
    }

    Article write(String title, String body, Optional<Instant> published) {
        return platform.articles.write(
                OPERATOR,
                PROVINCE,
                new Draft(
                        title,
                        "来源",
                        "编辑",
                        body,
                        "news",
                        published,
                        new Article.Document(Optional.of("黔府发〔2017〕1号"), Optional.empty(), Optional.of("综合政务\\电子政务"))));
    }

    /** A version of an operator, which the site then has. */
    void ownStandard(String version) {
        try (InputStream file = ColumnStandard.class.getResourceAsStream("/JUTONG-INF/standard/columns-2026.2.json")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            standards.add(OPERATOR, text.replace("\"version\": \"2026.2\"", "\"version\": \"" + version + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        platform.store.change(em -> em.createQuery("UPDATE Site s SET s.standard = :version WHERE s.code = :site")
                .setParameter("version", version)
                .setParameter("site", PROVINCE.value())
                .executeUpdate());
    }

    public byte[] export() {
        long task = packages().export(OPERATOR, PROVINCE).id();
        work();
        Task over = platform.tasks.get(OPERATOR, task);
        assertThat(over.done()).as("what it did of what it meant to do").isEqualTo(over.total());
        Archive made = platform.archives.of(OPERATOR, PROVINCE).get(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            platform.archives.copy(made, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    Task restore(byte[] content) {
        return restore(content, OPERATOR, standards);
    }

    /** By somebody who manages the site and nothing else. */
    Task restoreByOwner(byte[] content) {
        Authority none = (Authority) Proxy.newProxyInstance(
                Authority.class.getClassLoader(), new Class<?>[] {Authority.class}, (self, method, given) -> false);
        return restore(content, new Actor("office." + PROVINCE, "本站"), standards(none));
    }

    /** Does what is waiting. */
    public void work() {
        platform.runAll(List.of(
                new PackageExport(
                        platform.store,
                        platform.sites,
                        platform.archives,
                        standards,
                        platform.recorded::add,
                        platform.words),
                storing(standards)));
    }

    private PackageImport storing(StoredStandards known) {
        return new PackageImport(
                platform.store,
                new SiteMemory(platform.store),
                new HostMemory(platform.store),
                known,
                platform.sites,
                platform.archives,
                platform.changed::addAll,
                platform.recorded::add,
                platform.words,
                CLOCK);
    }

    private Task restore(byte[] content, Actor by, StoredStandards known) {
        Archive archive = platform.archives.handIn(by, PROVINCE, "site.zip", new ByteArrayInputStream(content));
        Task task = packages().restore(by, PROVINCE, archive.id());
        platform.runAll(List.of(storing(known)));
        return platform.tasks.get(OPERATOR, task.id());
    }

    public SitePackages packages() {
        return new SitePackages(
                platform.store,
                platform.sites,
                platform.archives,
                platform.tasks,
                SiteGroup.AUTHORITY,
                platform.recorded::add);
    }

    @Override
    public void close() {
        platform.close();
    }

    static String text(byte[] zip, String name) throws IOException {
        String[] found = new String[1];
        copy(zip, (entry, content) -> {
            if (entry.equals(name)) {
                found[0] = content;
            }
            return Optional.empty();
        });
        return found[0];
    }

    static byte[] with(byte[] zip, String name, UnaryOperator<String> change) throws IOException {
        return copy(zip, (entry, content) -> Optional.of(entry.equals(name) ? change.apply(content) : content));
    }

    static byte[] without(byte[] zip, String name) throws IOException {
        return copy(zip, (entry, content) -> entry.equals(name) ? Optional.empty() : Optional.of(content));
    }

    /** As if somebody had made it so: the manifest says what is in it. */
    static byte[] honest(byte[] zip, String name, UnaryOperator<String> change) throws IOException {
        String before = StoredFiles.sha256(text(zip, name).getBytes(StandardCharsets.UTF_8));
        byte[] changed = with(zip, name, change);
        String after = StoredFiles.sha256(text(changed, name).getBytes(StandardCharsets.UTF_8));
        String entry = "\"name\":\"" + name + "\",\"sha256\":\"";
        return with(changed, Entries.MANIFEST, manifest -> manifest.replace(entry + before, entry + after));
    }

    /** With one more entry, of which the manifest knows. */
    static byte[] added(byte[] zip, String name, byte[] content) throws IOException {
        byte[] listed = with(
                zip,
                Entries.MANIFEST,
                manifest -> manifest.replace(
                        "\"entries\":[",
                        "\"entries\":[{\"name\":\"" + name + "\",\"sha256\":\"" + StoredFiles.sha256(content)
                                + "\",\"size\":" + content.length + "},"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(listed));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
        return bytes.toByteArray();
    }

    static byte[] copy(byte[] zip, BiFunction<String, String, Optional<String>> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Optional<String> content =
                        change.apply(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                if (content.isPresent()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(content.get().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return bytes.toByteArray();
    }
}
