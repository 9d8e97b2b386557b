/** Identity's tables: accounts, grants, sessions and the counts of failed sign-ins. */
package org.jutong.identity.internal.store;
