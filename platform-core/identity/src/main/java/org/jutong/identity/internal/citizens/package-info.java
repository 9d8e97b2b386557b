/** Citizens' accounts: registration, codes, recovery, closing. */
package org.jutong.identity.internal.citizens;
