/** The tables of channels and deliveries. */
package org.jutong.channels.internal.store;
