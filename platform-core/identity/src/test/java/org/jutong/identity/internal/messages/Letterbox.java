package org.jutong.identity.internal.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jutong.plugin.MessageChannel;

/** A channel that keeps what is sent, and can be made to fail. */
public final class Letterbox implements MessageChannel {

    private final List<String> sent = new ArrayList<>();
    private boolean broken;

    /** Messages that go to this channel alone. */
    public Messages messages() {
        Messages messages = new Messages();
        messages.bindChannel(this, new Rank(0));
        return messages;
    }

    /** What was sent, as {@code address text}. */
    public List<String> sent() {
        return sent;
    }

    /** The last message. */
    public String last() {
        return sent.get(sent.size() - 1);
    }

    /** The six digits in the last message. */
    public String code() {
        Matcher digits = Pattern.compile("\\b\\d{6}\\b").matcher(last());
        if (!digits.find()) {
            throw new AssertionError("no code in " + last());
        }
        return digits.group();
    }

    public void breakDown() {
        broken = true;
    }

    @Override
    public String id() {
        return "letterbox";
    }

    @Override
    public boolean reaches(String address) {
        return true;
    }

    @Override
    public void send(String address, String text) {
        if (broken) {
            throw new IllegalStateException("no connection");
        }
        sent.add(address + " " + text);
    }
}
