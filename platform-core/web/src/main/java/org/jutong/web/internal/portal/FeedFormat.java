package org.jutong.web.internal.portal;

/** How a feed is written. */
public enum FeedFormat {
    /** RFC 4287. */
    ATOM("application/atom+xml;charset=utf-8"),
    /** RSS 2.0. */
    RSS("application/rss+xml;charset=utf-8"),
    /** JSON Feed 1.1. */
    JSON("application/feed+json;charset=utf-8");

    private final String type;

    FeedFormat(String type) {
        this.type = type;
    }

    /** The media type. */
    public String type() {
        return type;
    }
}
