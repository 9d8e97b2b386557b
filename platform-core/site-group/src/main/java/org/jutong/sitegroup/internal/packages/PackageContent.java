package org.jutong.sitegroup.internal.packages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleFile;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.ContentClass;
import org.jutong.sitegroup.internal.ArticleBody;
import org.jutong.sitegroup.internal.PlainText;
import org.jutong.sitegroup.internal.files.AcceptedFile;
import org.jutong.sitegroup.internal.files.StoredFiles;
import org.jutong.sitegroup.internal.importing.Addresses;
import org.jutong.sitegroup.internal.store.PackageRows;
import org.jutong.sitegroup.internal.store.PackageRows.Address;
import org.jutong.sitegroup.internal.store.PackageRows.PackedColumn;
import org.jutong.sitegroup.internal.store.PackedArticle;

/** What a checked package says, as rows of this platform. Everything is looked at as if somebody had typed it. */
final class PackageContent {

    private static final int LOT = 200;
    private static final String PATH = "path";

    private final PackageReader in;
    private final PackageSettings settings;
    private final SiteCode code;
    private final PackageRows rows;
    private final String by;
    private final Instant now;
    private final Tika sniffer = new Tika();
    private final List<Long> articles = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final List<Attached> attached = new ArrayList<>();
    private final List<Long> linked = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<PackedArticle> waiting = new ArrayList<>();

    PackageContent(PackageReader in, PackageSettings settings, PackageRows rows, String by, Instant now) {
        this.in = in;
        this.settings = settings;
        this.code = settings.site().code();
        this.rows = rows;
        this.by = by;
        this.now = now;
    }

    /** The plugins that the site used. */
    List<Map<String, Object>> plugins() {
        return in.lines(Entries.ENROLMENTS);
    }

    /** Stores all of it; how many articles those are. Runs inside the transaction of whoever calls. */
    int store() {
        Set<String> keys = columns();
        in.each(Entries.FILES, this::file);
        in.each(Entries.ARTICLES, line -> {
            waiting.add(packed(line, keys));
            if (waiting.size() == LOT) {
                flush();
            }
        });
        flush();
        attached.forEach(this::attach);
        for (int i = 0; i < linked.size(); i++) {
            rows.link(linked.get(i), Entries.unpacked(bodies.get(i), this::article, this::fileAddress));
        }
        in.each(Entries.ADDRESSES, this::address);
        rows.noted(code);
        return articles.size();
    }

    private Set<String> columns() {
        Set<String> keys = new LinkedHashSet<>();
        List<PackedColumn> columns = new ArrayList<>();
        for (Map<String, Object> line : in.lines(Entries.COLUMNS)) {
            PackedColumn column = column(line);
            if (column.column().parent().filter(above -> !keys.contains(above)).isPresent()
                    || !keys.add(column.column().key())) {
                throw PackageReader.broken();
            }
            columns.add(column);
        }
        if (columns.isEmpty()) {
            throw PackageReader.broken();
        }
        rows.site(settings.site(), settings.standard(), columns);
        return keys;
    }

    private PackedColumn column(Map<String, Object> line) {
        String key = PackageReader.text(line, "key");
        if (!key.matches("[a-z][a-z0-9-]{0,39}") || !(line.get("position") instanceof Integer position)) {
            throw PackageReader.broken();
        }
        Column column = new Column(
                code,
                key,
                PlainText.required("name", PackageReader.text(line, "name"), 60),
                PackageReader.maybe(line, "parent"),
                PlainText.required("type", PackageReader.text(line, "type"), 20),
                PlainText.optional("description", PackageReader.text(line, "description"), 300),
                PlainText.optional("keywords", PackageReader.text(line, "keywords"), 200),
                clock(line),
                position);
        return new PackedColumn(
                column,
                Boolean.TRUE.equals(line.get("retired")),
                PackageReader.maybe(line, "successor"),
                Boolean.TRUE.equals(line.get("renamed")));
    }

    private static Optional<Period> clock(Map<String, Object> line) {
        try {
            return PackageReader.maybe(line, "clock").map(Period::parse);
        } catch (DateTimeException e) {
            throw PackageReader.broken();
        }
    }

    private void file(Map<String, Object> line) {
        String path = PackageReader.text(line, PATH);
        String name = PlainText.required("fileName", PackageReader.text(line, "name"), 200);
        String sha256 = PackageReader.text(line, "sha256");
        if (line.containsKey("article")) {
            int article = PackageReader.place(line, "article", Integer.MAX_VALUE);
            attached.add(new Attached(files.size(), article, name, sha256));
            files.add("");
            return;
        }
        byte[] content = in.content(sha256);
        String type = sniffer.detect(content, path.substring(path.lastIndexOf('/') + 1));
        if (!StoredFiles.isAllowed(type)) {
            throw Problem.of(415, "file_type_not_allowed", name, type);
        }
        if (!StoredFiles.sha256(content).equals(sha256) || path.length() > 400) {
            throw PackageReader.broken();
        }
        long id = rows.addFile(code, path, name, type, sha256, content, by, now);
        files.add(Addresses.ofFile(code, id, path));
    }

    /** A file of an article that is not stored yet. */
    private record Attached(int place, int article, String name, String sha256) {}

    private void attach(Attached file) {
        byte[] content = in.content(file.sha256());
        if (!StoredFiles.sha256(content).equals(file.sha256())) {
            throw PackageReader.broken();
        }
        AcceptedFile accepted = AcceptedFile.of(file.name(), content);
        ArticleFile added =
                rows.addArticleFile(at(articles, file.article()), accepted.name(), accepted.sized(), by, now);
        files.set(file.place(), added.on(code));
    }

    private PackedArticle packed(Map<String, Object> line, Set<String> keys) {
        String column = PackageReader.text(line, "column");
        if (!keys.contains(column)) {
            throw PackageReader.broken();
        }
        Draft draft = new Draft(
                PlainText.required("title", PackageReader.text(line, "title"), 200),
                PlainText.required("source", PackageReader.text(line, "source"), 100),
                PlainText.optional("author", PackageReader.text(line, "author"), 100),
                ArticleBody.clean(PackageReader.text(line, "body")),
                column,
                time(line, "published"),
                new Article.Document(
                        fact(line, "documentNumber"), fact(line, "indexNumber"), fact(line, "subjectClass")),
                contentClass(line));
        Article.State state = state(line);
        if (state == Article.State.PUBLISHED && draft.published().isEmpty()) {
            throw PackageReader.broken();
        }
        Optional<SiteCode> from = PackageReader.maybe(line, "from").map(SiteCode::new);
        return new PackedArticle(
                0,
                draft,
                state,
                from.isPresent() ? by : PlainText.required("writtenBy", PackageReader.text(line, "writtenBy"), 64),
                time(line, "writtenAt").orElse(now),
                time(line, "changedAt").orElse(now),
                from);
    }

    private static Optional<String> fact(Map<String, Object> line, String name) {
        return PackageReader.maybe(line, name).map(text -> PlainText.required(name, text, 60));
    }

    private static ContentClass contentClass(Map<String, Object> line) {
        try {
            return PackageReader.maybe(line, "contentClass")
                    .map(ContentClass::valueOf)
                    .orElse(ContentClass.B);
        } catch (IllegalArgumentException e) {
            throw PackageReader.broken();
        }
    }

    private static Optional<Instant> time(Map<String, Object> line, String key) {
        try {
            return PackageReader.maybe(line, key).map(Instant::parse);
        } catch (DateTimeException e) {
            throw PackageReader.broken();
        }
    }

    private static Article.State state(Map<String, Object> line) {
        try {
            return Article.State.valueOf(PackageReader.text(line, "state"));
        } catch (IllegalArgumentException e) {
            throw PackageReader.broken();
        }
    }

    private void flush() {
        List<Long> ids = rows.addArticles(code, waiting);
        for (int i = 0; i < ids.size(); i++) {
            String body = waiting.get(i).draft().body();
            if (body.contains("=\"/package/")) {
                linked.add(ids.get(i));
                bodies.add(body);
            }
        }
        articles.addAll(ids);
        waiting.clear();
    }

    private String article(int place) {
        return Addresses.ofArticle(code, at(articles, place));
    }

    private String fileAddress(int place) {
        return at(files, place);
    }

    private static <T> T at(List<T> all, int place) {
        if (place < 1 || place > all.size()) {
            throw PackageReader.broken();
        }
        return all.get(place - 1);
    }

    private void address(Map<String, Object> line) {
        String path = PackageReader.text(line, PATH);
        if (path.length() > 400) {
            throw PackageReader.broken();
        }
        rows.addAddress(
                code,
                new Address(
                        path,
                        Optional.of(articles.get(PackageReader.place(line, "article", articles.size()) - 1)),
                        Optional.empty(),
                        PlainText.required("hash", PackageReader.text(line, "hash"), 64),
                        Boolean.TRUE.equals(line.get("twin")),
                        Boolean.TRUE.equals(line.get("untouched"))));
    }
}
