package org.jutong.sitegroup.internal;

/** What was refused. */
public final class Refusals {

    private Refusals() {}

    /** The code of the refusal. */
    public static String refusal(Runnable call) {
        return ArticlesTest.refusal(call);
    }
}
