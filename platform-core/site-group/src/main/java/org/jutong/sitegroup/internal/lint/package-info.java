/** The linter of the column standard over articles and whole sites. */
package org.jutong.sitegroup.internal.lint;
