package org.jutong.sitegroup;

import java.util.List;
import org.jutong.plugin.SiteCode;

/**
 * A file of an article, as readers get it.
 *
 * @param name in its address; nobody can guess it
 * @param file under the name that it was handed in with
 * @param width of a picture in pixels, 0 of anything else
 * @param height of a picture in pixels, 0 of anything else
 * @param smaller the widths in which a picture is there too, the smallest first
 */
public record ArticleFile(String name, StoredFile file, int width, int height, List<Integer> smaller) {

    /** Defensive copy. */
    public ArticleFile {
        smaller = List.copyOf(smaller);
    }

    /** Whether pages show it; anything else is saved. */
    public boolean isPicture() {
        return width > 0;
    }

    /** Its address on a site. Texts name it by that on the owner's. */
    public String on(SiteCode site) {
        return address(site, name);
    }

    /** The address of a picture in one of its smaller widths. */
    public String on(SiteCode site, int narrower) {
        return address(site, narrower(name, narrower));
    }

    /** The name under which a picture is there in a smaller width. */
    public static String narrower(String name, int width) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "-" + width + name.substring(dot);
    }

    private static String address(SiteCode site, String name) {
        return "/sites/" + site + "/files/" + name;
    }
}
