package org.jutong.audit.internal.files;

import org.jutong.audit.Entry;
import org.jutong.audit.chain.Head;

/** Entries, heads and segments as lines of JSON. Reading throws IllegalArgumentException where a line is none. */
public final class Lines {

    private Lines() {}

    /** What a line holds. */
    public enum Kind {
        ENTRY,
        HEAD,
        SEGMENT
    }

    public static Kind kind(String line) {
        JsonLine json = JsonLine.parse(line);
        if (json.has("file")) {
            return Kind.SEGMENT;
        }
        return json.has("signature") ? Kind.HEAD : Kind.ENTRY;
    }

    public static String of(Entry entry) {
        return JsonLine.empty()
                .put("seq", entry.seq())
                .put("time", entry.time())
                .put("actor", entry.actor())
                .put("actorName", entry.actorName())
                .put("behalf", entry.behalf())
                .put("action", entry.action())
                .put("outcome", entry.outcome())
                .put("site", entry.site())
                .put("object", entry.object())
                .put("channel", entry.channel())
                .put("address", entry.address())
                .put("detail", entry.detail())
                .put("algorithm", entry.algorithm())
                .put("previous", entry.previous())
                .put("hash", entry.hash())
                .toString();
    }

    public static Entry entry(String line) {
        JsonLine json = JsonLine.parse(line);
        return new Entry(
                json.number("seq"),
                json.number("time"),
                json.text("actor"),
                json.text("actorName"),
                json.text("behalf"),
                json.text("action"),
                json.text("outcome"),
                json.text("site"),
                json.text("object"),
                json.text("channel"),
                json.text("address"),
                json.text("detail"),
                json.text("algorithm"),
                json.text("previous"),
                json.text("hash"));
    }

    public static String of(Head head) {
        return JsonLine.empty()
                .put("seq", head.seq())
                .put("hash", head.hash())
                .put("time", head.time())
                .put("algorithm", head.algorithm())
                .put("key", head.key())
                .put("signature", head.signature())
                .toString();
    }

    public static Head head(String line) {
        JsonLine json = JsonLine.parse(line);
        return new Head(
                json.number("seq"),
                json.text("hash"),
                json.number("time"),
                json.text("algorithm"),
                json.text("key"),
                json.text("signature"));
    }

    public static String of(Segment segment) {
        return JsonLine.empty()
                .put("file", segment.file())
                .put("from", segment.from())
                .put("until", segment.until())
                .put("previous", segment.previous())
                .put("hash", segment.hash())
                .put("sha256", segment.sha256())
                .put("time", segment.time())
                .put("key", segment.key())
                .put("signature", segment.signature())
                .toString();
    }

    public static Segment segment(String line) {
        JsonLine json = JsonLine.parse(line);
        return new Segment(
                json.text("file"),
                json.number("from"),
                json.number("until"),
                json.text("previous"),
                json.text("hash"),
                json.text("sha256"),
                json.number("time"),
                json.text("key"),
                json.text("signature"));
    }
}
