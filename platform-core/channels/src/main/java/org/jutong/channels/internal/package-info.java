/** Setting up channels, and delivering to them until it is done. */
package org.jutong.channels.internal;
