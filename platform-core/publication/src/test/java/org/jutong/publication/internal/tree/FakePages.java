package org.jutong.publication.internal.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.PublicPages;

/** A portal in memory: a page is what was put at its address. */
public final class FakePages implements PublicPages {

    public final Map<String, String> pages = new TreeMap<>();
    public final List<String> asked = new ArrayList<>();
    public String frame = "<link href=\"/assets/aa/portal.css\">";
    public String broken = "";

    /** A page with the frame around it. */
    public void put(String address, String body) {
        pages.put(address, body);
    }

    /** A site whose first page and one list lead to these articles, each of which leads to the one behind it. */
    public void site(SiteCode site, long... articles) {
        for (String prefix : List.of("", "/hant")) {
            String home = prefix + "/sites/" + site + "/";
            pages.keySet().removeIf(address -> address.startsWith(home));
            StringBuilder links = new StringBuilder();
            for (int i = 0; i < articles.length; i++) {
                links.append("<a href=\"")
                        .append(home)
                        .append("articles/")
                        .append(articles[i])
                        .append("\">");
                String next = i + 1 < articles.length ? link(home + "articles/" + articles[i + 1]) : "";
                put(home + "articles/" + articles[i], "article " + articles[i] + next + link(home + "columns/news/"));
            }
            put(home, "home" + links + link(home + "columns/news/") + link(home + "columns/plain/"));
            put(home + "columns/news/", "list" + links);
            put(home + "columns/plain/", "nothing");
        }
        pages.put("/assets/aa/portal.css", "body{}");
    }

    public static String link(String address) {
        return "<a href=\"" + address + "\">";
    }

    @Override
    public synchronized Optional<Answer> get(String address) {
        asked.add(address);
        if (address.equals(broken)) {
            throw new IllegalStateException("broken");
        }
        return Optional.ofNullable(pages.get(address))
                .map(body -> answer(address.endsWith(".css") ? body : frame + body));
    }

    @Override
    public Answer missing(SiteCode site, boolean traditional) {
        return answer(frame + "nothing here");
    }

    @Override
    public Optional<Answer> closed(SiteCode site) {
        return Optional.of(answer("moved"));
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("X-Content-Type-Options", "nosniff");
    }

    private static Answer answer(String text) {
        return new Answer("text/html;charset=utf-8", text.getBytes(StandardCharsets.UTF_8), true);
    }
}
