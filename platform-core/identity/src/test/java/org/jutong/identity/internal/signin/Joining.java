package org.jutong.identity.internal.signin;

import java.util.List;

/** Lets a test do what the container does when another kind of accounts arrives. */
public final class Joining {

    private Joining() {}

    public static void join(AllHolders all, Holders kind) {
        all.others = List.of(kind);
    }
}
