package org.jutong.sitegroup;

import java.util.Optional;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/** The addresses that pages and files had before they were imported. No rights are asked for. Thread-safe. */
@ProviderType
public interface OldAddresses {

    /**
     * Where the old page or file is now, as an address on this platform.
     *
     * @param path as in a request, percent-encoded, with or without a slash in front
     * @return empty where nothing was imported from there
     */
    Optional<String> find(SiteCode site, String path);

    /** A file that came with the site, or empty. */
    Optional<StoredFile> file(SiteCode site, long id);
}
