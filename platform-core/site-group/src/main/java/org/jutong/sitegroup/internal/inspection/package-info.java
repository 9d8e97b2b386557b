/** The inspection of sites: evidence, runs, results. */
package org.jutong.sitegroup.internal.inspection;
