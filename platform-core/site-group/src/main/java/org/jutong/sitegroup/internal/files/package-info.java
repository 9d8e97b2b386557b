/** Files that were handed in. */
package org.jutong.sitegroup.internal.files;
