/** Versions of the column standard, how far sites are from them, and the way there and back. */
package org.jutong.sitegroup.internal.standard;
