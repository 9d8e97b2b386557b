/** Citizens' own pages on the portal: registering, signing in, the account, who looked at one's data. */
package org.jutong.web.internal.account;
