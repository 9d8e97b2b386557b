/** Accounts, groups and organisations. */
package org.jutong.identity.internal.people;
