package org.jutong.web.internal.portal;

import org.jutong.plugin.SiteCode;

/**
 * The addresses of a site's pages.
 *
 * @param prefix empty, or {@code /hant} for the Traditional pages
 */
record Links(String prefix, SiteCode site) {

    String home() {
        return home(site);
    }

    String home(SiteCode other) {
        return prefix + "/sites/" + other + "/";
    }

    String column(String key) {
        return home() + "columns/" + key + "/";
    }

    String column(String key, int page) {
        return page == 1 ? column(key) : column(key) + "?page=" + page;
    }

    String article(long id) {
        return article(site, id);
    }

    String article(SiteCode other, long id) {
        return home(other) + "articles/" + id;
    }

    String search() {
        return home() + "search";
    }

    String leave(long id, String key) {
        return article(id) + "/leave/" + key;
    }

    String account(String page) {
        return home() + "account/" + page;
    }

    /** With a closing slash where the path is empty, so that a page's path can be put behind it. */
    String plugin(String id, String path) {
        return home() + "plugins/" + id + "/" + path;
    }
}
