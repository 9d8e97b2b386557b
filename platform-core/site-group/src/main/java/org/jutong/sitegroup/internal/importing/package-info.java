/** The import of a site that was made elsewhere: archives, mappings, old pages and what becomes of them. */
package org.jutong.sitegroup.internal.importing;
