package org.jutong.web.internal.door;

/** Whom an address is counted for: an IPv6 customer has 2⁶⁴ addresses of one network and is counted as one. */
final class Network {

    private static final int GROUPS = 4;

    private Network() {}

    /** @param address as {@link java.net.InetAddress#getHostAddress()} writes it, which leaves out no zeros */
    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        int end = -1;
        for (int group = 0; group < GROUPS; group++) {
            end = address.indexOf(':', end + 1);
            if (end < 0) {
                return address;
            }
        }
        return address.substring(0, end) + "::/64";
    }
}
