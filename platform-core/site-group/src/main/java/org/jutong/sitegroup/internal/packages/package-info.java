/** A site as a package: written, checked and stored on another platform. */
package org.jutong.sitegroup.internal.packages;
