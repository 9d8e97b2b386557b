package org.jutong.identity;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Follows what other nodes changed. An OSGi service; called from one background thread, never twice at once. */
@ConsumerType
public interface NodeFollower {

    /** What it holds in memory, such as {@code site}. */
    String kind();

    /**
     * Reads again what has these names. Where it throws, it is called again for the same ones.
     *
     * @param names as they were given to {@link NodeChanges#note}; never empty
     */
    void follow(List<String> names);
}
