/** Commands of the search. */
package org.jutong.search.internal.shell;
