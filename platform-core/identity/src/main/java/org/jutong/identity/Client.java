package org.jutong.identity;

import java.util.Objects;

/**
 * Where a sign-in comes from, as its holder will see it in the list of sessions; longer values are cut.
 *
 * @param address the network address, 64 characters at most are kept
 * @param agent what the program calls itself, empty where it says nothing; 120 characters at most are kept
 */
public record Client(String address, String agent) {

    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_AGENT = 120;

    public Client {
        address = cut(Objects.requireNonNull(address, "address"), LONGEST_ADDRESS);
        agent = cut(Objects.requireNonNull(agent, "agent").replaceAll("\\p{Cntrl}", " "), LONGEST_AGENT);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
