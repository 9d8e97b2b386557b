/** Citizens, their codes, and the notes of who looked at their data, as stored. */
package org.jutong.identity.internal.store.citizens;
