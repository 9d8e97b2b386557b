package org.jutong.channels.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jutong.plugin.Problem;
import org.jutong.plugin.PushChannel;

/** A channel of somebody else's that writes down what it is asked, and fails when it is told to. */
final class Notebook implements PushChannel {

    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<Dispatch> dispatches = new CopyOnWriteArrayList<>();
    Consumer<Dispatch> before = dispatch -> {};

    @Override
    public String id() {
        return "notebook";
    }

    @Override
    public Map<String, String> titles() {
        return Map.of("zh-CN", "笔记本");
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("page", Map.of("zh-CN", "页"), false, true),
                new Setting("pin", Map.of("zh-CN", "密码"), true, false));
    }

    @Override
    public void check(Map<String, String> values) {
        if (values.get("page").equals("bad")) {
            throw Problem.invalid("page_bad", "page");
        }
    }

    @Override
    public void probe(Map<String, String> values) {
        if (values.get("page").equals("7")) {
            throw Problem.of(503, "channel_unreachable", "notebook.example");
        }
    }

    @Override
    public Receipt push(Dispatch dispatch) {
        return note("push", dispatch);
    }

    @Override
    public Receipt correct(Dispatch dispatch, Receipt earlier) {
        return note("correct " + earlier.id(), dispatch);
    }

    @Override
    public void withdraw(Dispatch dispatch, Optional<Receipt> earlier) {
        note("withdraw " + earlier.map(Receipt::id).orElse("?"), dispatch);
    }

    private Receipt note(String what, Dispatch dispatch) {
        dispatches.add(dispatch);
        before.accept(dispatch);
        lines.add(what + " " + dispatch.text().title());
        return new Receipt("n" + lines.size(), Optional.of("https://notebook.example/" + lines.size()));
    }
}
