/** Channels and deliveries for programs. */
package org.jutong.channels.internal.rest;
