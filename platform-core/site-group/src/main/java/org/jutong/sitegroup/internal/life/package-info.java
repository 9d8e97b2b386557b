/** The life of a site. */
package org.jutong.sitegroup.internal.life;
