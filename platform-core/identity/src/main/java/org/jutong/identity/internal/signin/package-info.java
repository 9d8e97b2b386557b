/** Signing in: passwords, the second factor, sessions, and the bounds on guessing. */
package org.jutong.identity.internal.signin;
