/** Columns that a site has besides those of the standard. */
package org.jutong.sitegroup.internal.columns;
