package org.jutong.runtime;

import java.util.Collection;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/** Tells every {@link SiteChangeListener}; a listener that fails is logged and does not stop the others. */
@ProviderType
public interface SiteChanges {

    /** Call after the commit; does nothing for an empty collection. */
    void changed(Collection<SiteCode> sites);
}
