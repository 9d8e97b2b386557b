package org.jutong.plugin;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The ten-character code of a government web site (网站标识码), the key of everything that belongs to a site.
 *
 * <p>Two shapes exist: a local site's code is its six-digit division code followed by a four-digit serial
 * ({@code 5201000001}); a ministry's is {@code bm} and eight digits ({@code bm01000001}). Source: 国办发〔2017〕47号.
 *
 * <p>Immutable and thread-safe.
 *
 * @param value the ten characters, never {@code null}
 */
public record SiteCode(String value) implements Comparable<SiteCode> {

    private static final Pattern SHAPE = Pattern.compile("\\d{10}|bm\\d{8}");

    /** @throws Problem {@code invalid_site_code} (400) unless the value has one of the two shapes */
    public SiteCode {
        Objects.requireNonNull(value, "value");
        if (!SHAPE.matcher(value).matches()) {
            throw Problem.invalid("invalid_site_code", "site", value.length() > 20 ? value.substring(0, 20) : value);
        }
    }

    /** The first six characters: the division code (GB/T 2260) of a local site. */
    public String division() {
        return value.substring(0, 6);
    }

    @Override
    public int compareTo(SiteCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
