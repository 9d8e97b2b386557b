package org.jutong.sitegroup;

import java.time.Instant;
import java.util.Locale;
import org.jutong.plugin.SiteCode;

/**
 * A large file that belongs to a site: an old site to be imported, or a package of this one.
 *
 * @param id its number
 * @param site whose it is
 * @param purpose what it is for
 * @param name its name, without a path
 * @param size in bytes
 * @param sha256 of the content, lower-case hexadecimal
 * @param by who handed it in or had it made
 * @param at when
 */
public record Archive(
        long id, SiteCode site, Purpose purpose, String name, long size, String sha256, String by, Instant at) {

    /** What an archive is for. The names are stored and must never change. */
    public enum Purpose {
        /** Handed in to be imported. */
        IMPORT,
        /** A package of the site. */
        PACKAGE;

        /** The lower-case name used in REST. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
