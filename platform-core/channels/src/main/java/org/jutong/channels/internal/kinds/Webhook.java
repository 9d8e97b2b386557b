package org.jutong.channels.internal.kinds;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.channels.internal.outside.Outside;
import org.jutong.plugin.PushChannel;

/** A system that takes what happens to articles by HTTP; see {@link WebhookCall}. */
abstract class Webhook implements PushChannel {

    private final String id;
    private final Map<String, String> titles;
    private final WebhookCall call;

    Webhook(String id, Map<String, String> titles, Outside outside, Clock clock) {
        this.id = id;
        this.titles = titles;
        this.call = new WebhookCall(outside, clock);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Map<String, String> titles() {
        return titles;
    }

    @Override
    public final List<Setting> settings() {
        return WebhookCall.SETTINGS;
    }

    @Override
    public final void check(Map<String, String> values) {
        call.check(values);
    }

    @Override
    public final void probe(Map<String, String> values) {
        call.probe(values);
    }

    @Override
    public final Receipt push(Dispatch dispatch) {
        return call.send("publish", dispatch, Optional.empty());
    }

    @Override
    public final Receipt correct(Dispatch dispatch, Receipt earlier) {
        return call.send("correct", dispatch, Optional.of(earlier));
    }

    @Override
    public final void withdraw(Dispatch dispatch, Optional<Receipt> earlier) {
        call.send("withdraw", dispatch, earlier);
    }
}
