/** Short messages to people: which way they go, and the ways that are built in. */
package org.jutong.identity.internal.messages;
