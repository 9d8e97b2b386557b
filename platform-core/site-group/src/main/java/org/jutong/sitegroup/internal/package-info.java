/** The rules of sites, columns, articles and pushes. */
package org.jutong.sitegroup.internal;
