/** Finding, synonyms, and the state of the index. */
package org.jutong.search.internal;
