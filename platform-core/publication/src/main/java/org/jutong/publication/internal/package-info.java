/** Publishing: what follows changes, runs, verifies and repairs. */
package org.jutong.publication.internal;
