/** The index of one node: what is in it, how it follows the journal, how it is asked. */
package org.jutong.search.internal.index;
