/** The synonyms' table. */
package org.jutong.search.internal.store;
