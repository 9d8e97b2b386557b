/** Rules that push articles by themselves. */
package org.jutong.sitegroup.internal.rules;
