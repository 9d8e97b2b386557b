/** What people found on sites, and what they looked at without finding anything: evidence for the inspection. */
package org.jutong.sitegroup.internal.evidence;
