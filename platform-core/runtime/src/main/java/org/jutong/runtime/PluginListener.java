package org.jutong.runtime;

import org.osgi.annotation.versioning.ConsumerType;

/** Told, as an OSGi service, when plugins come, go, start or stop. Called on the framework's event thread: be quick. */
@ConsumerType
public interface PluginListener {

    /** Something about this plugin changed; look it up in {@link InstalledPlugins}, it may be gone. */
    void pluginChanged(String id);
}
