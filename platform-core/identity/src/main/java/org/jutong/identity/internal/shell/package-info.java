/** Accounts at the operator's shell. */
package org.jutong.identity.internal.shell;
