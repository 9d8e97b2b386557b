/** Long work. */
package org.jutong.sitegroup.internal.tasks;
