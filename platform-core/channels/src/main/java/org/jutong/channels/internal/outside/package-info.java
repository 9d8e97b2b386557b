/** Calls to other systems, within limits. */
package org.jutong.channels.internal.outside;
