package org.jutong.itests.hunt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jutong.itests.platform.Api;

/** Goes through pages by their links, as a search engine does. */
final class Crawl {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");

    private Crawl() {}

    /** Shows each page below the start once, the start first, to the visitor; at most so many. */
    static int from(Api api, String start, int most, BiConsumer<String, Api.Answer> visitor) {
        Set<String> seen = new HashSet<>(Set.of(start));
        Deque<String> waiting = new ArrayDeque<>(Set.of(start));
        int visited = 0;
        while (!waiting.isEmpty() && visited < most) {
            String address = waiting.poll();
            Api.Answer answer = api.page(address);
            visitor.accept(address, answer);
            visited++;
            LINK.matcher(answer.text())
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .forEach(link -> {
                        if (link.startsWith(start) && seen.add(link)) {
                            waiting.add(link);
                        }
                    });
        }
        return visited;
    }
}
