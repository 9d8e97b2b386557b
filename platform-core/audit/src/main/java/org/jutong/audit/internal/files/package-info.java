/** The files of the chain: exports, signed heads, the archive. Needs no platform, so that it can be checked without. */
package org.jutong.audit.internal.files;
