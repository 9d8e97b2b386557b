package org.jutong.identity.internal.store;

import org.jutong.identity.Accounts.Account;

/** An account as stored. */
public record StoredAccount(Account account) {}
