package org.jutong.plugin;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to send a short message to a person, such as an SMS gateway; register one as an OSGi service. The one of the
 * highest service ranking that reaches the address is used. Must be thread-safe.
 */
@ConsumerType
public interface MessageChannel {

    /** A short name for logs, such as {@code sms}. */
    String id();

    /** Whether messages can go to this address, such as a mobile number. */
    boolean reaches(String address);

    /**
     * Hands the message over; never logs its text.
     *
     * @throws Problem {@code message_not_sent} (503) where that failed
     */
    void send(String address, String text);
}
