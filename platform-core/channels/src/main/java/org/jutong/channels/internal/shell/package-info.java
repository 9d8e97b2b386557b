/** Channels and deliveries at the operator's shell. */
package org.jutong.channels.internal.shell;
