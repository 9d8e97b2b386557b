/** REST of the search. */
package org.jutong.search.internal.rest;
