package org.jutong.web.internal.portal;

import java.util.List;
import org.jutong.plugin.PortalBlock;

/** The home page blocks that plugins have registered. Thread-safe. */
public interface Blocks {

    /** The blocks of this plugin in the order of their service ranking; empty where it has none. */
    List<PortalBlock> of(String plugin);
}
