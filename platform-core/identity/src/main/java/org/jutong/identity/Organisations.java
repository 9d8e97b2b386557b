package org.jutong.identity;

import java.util.Optional;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/** Who runs what, for other parts of the platform. Asks for no rights. Thread-safe and fast: kept in memory. */
@ProviderType
public interface Organisations {

    /** The organisation that runs the very site; empty where none is recorded. */
    Optional<Organisation> runs(SiteCode site);
}
