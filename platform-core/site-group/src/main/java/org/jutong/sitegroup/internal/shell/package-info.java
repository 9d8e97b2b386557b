/** The operator's commands of the site group. */
package org.jutong.sitegroup.internal.shell;
