/** The kinds of channels that come with the platform. */
package org.jutong.channels.internal.kinds;
