/** Commands of the static tree. */
package org.jutong.publication.internal.shell;
