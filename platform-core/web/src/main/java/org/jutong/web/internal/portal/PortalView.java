package org.jutong.web.internal.portal;

import java.util.Locale;
import java.util.Objects;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Site;

/**
 * For whom and where a page is rendered.
 *
 * @param site the site
 * @param locale the language of the platform's own words
 * @param traditional whether links must stay among the Traditional pages, below {@code /hant}
 * @param path the address of the page with its query, without {@code /hant}; the 简/繁 switch and the QR code use it
 * @param visitor who looks, where the page is made for this request alone
 * @param published whether a web server serves the page without the platform
 */
public record PortalView(
        Site site, Locale locale, boolean traditional, String path, Visitor visitor, boolean published) {

    /** Where the Traditional rendering of every page lives. */
    public static final String TRADITIONAL = "/hant";

    private static final int SCANNABLE = 300;

    public PortalView {
        Objects.requireNonNull(site, "site");
        if (!path.startsWith("/") || path.startsWith("//")) {
            path = "/sites/" + site.code() + "/";
        }
    }

    /** A page that the platform serves. */
    public PortalView(Site site, Locale locale, boolean traditional, String path, Visitor visitor) {
        this(site, locale, traditional, path, visitor, false);
    }

    /** A view in Chinese. */
    public static PortalView of(Site site, boolean traditional, String path) {
        return new PortalView(site, Texts.CHINESE, traditional, path, Visitor.NOBODY);
    }

    /** This view of a page that a web server serves without the platform. */
    public PortalView alone() {
        return new PortalView(site, locale, traditional, path, Visitor.NOBODY, true);
    }

    /** This view with somebody looking. */
    public PortalView seenBy(Visitor who) {
        return new PortalView(site, locale, traditional, path, who, published);
    }

    /**
     * This view at the page's one address, with nobody looking: a page that is cached must repeat neither what else a
     * visitor asked for nor who it was.
     */
    PortalView at(String canonical) {
        return new PortalView(site, locale, traditional, canonical, Visitor.NOBODY, published);
    }

    /** The addresses without the prefix of the script. */
    Links plain() {
        return new Links("", site.code());
    }

    Links links() {
        return new Links(traditional ? TRADITIONAL : "", site.code());
    }

    /** The address of a page about the visitor's own account, in this script. */
    public String account(String page) {
        return links().account(page);
    }

    /** The same page in the other script. */
    String otherScript() {
        return traditional ? path : TRADITIONAL + path;
    }

    /** The address of this page in this script, without its query; the home page's for one too long to be scanned. */
    String here() {
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        return plain.length() > SCANNABLE ? links().home() : links().prefix() + plain;
    }
}
