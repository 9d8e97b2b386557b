/** The rules of accounts, grants, sign-in and sessions. */
package org.jutong.identity.internal;
