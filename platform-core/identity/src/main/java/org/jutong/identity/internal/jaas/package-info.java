/** The same accounts for SSH and the shell. */
package org.jutong.identity.internal.jaas;
