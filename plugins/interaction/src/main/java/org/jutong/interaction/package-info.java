/** 政民互动: letters from citizens, answered and published. Nothing here is exported; other bundles use REST. */
@JutongPlugin
package org.jutong.interaction;

import org.jutong.plugin.JutongPlugin;
