package org.jutong.identity.internal.messages;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jutong.plugin.MessageChannel;
import org.jutong.plugin.Problem;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends by the channel of the highest ranking that reaches the address. Thread-safe. */
@Component(service = Messages.class)
public final class Messages {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private final Map<ServiceReference<MessageChannel>, MessageChannel> channels =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    @Activate
    public Messages() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindChannel(MessageChannel channel, ServiceReference<MessageChannel> reference) {
        channels.put(reference, channel);
    }

    void unbindChannel(ServiceReference<MessageChannel> reference) {
        channels.remove(reference);
    }

    /** @throws Problem {@code message_not_sent} (503) where no channel reaches the address or the one that does fails */
    public void send(String address, String text) {
        MessageChannel channel = to(address).orElseThrow(() -> {
            LOG.warn("No message channel reaches the address of a message: it was not sent");
            return notSent();
        });
        try {
            channel.send(address, text);
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException e) {
            LOG.error("Message channel {} failed", channel.id(), e);
            throw notSent();
        }
    }

    /** Whether a message to this address would only lie in a folder of the platform. */
    public boolean isTrial(String address) {
        return to(address)
                .map(MessageChannel::id)
                .filter(OutboxChannel.ID::equals)
                .isPresent();
    }

    static Problem notSent() {
        return Problem.of(503, "message_not_sent");
    }

    private Optional<MessageChannel> to(String address) {
        return channels.values().stream()
                .filter(channel -> channel.reaches(address))
                .findFirst();
    }
}
