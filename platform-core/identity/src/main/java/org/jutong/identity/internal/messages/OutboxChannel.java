package org.jutong.identity.internal.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jutong.plugin.MessageChannel;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For trials without an SMS gateway: each message becomes a file in {@code messages} of the data folder that only the
 * platform's user can read. Reaches everybody while no gateway is set, and nobody once one is.
 */
@Component(service = MessageChannel.class)
@ServiceRanking(-1000)
public final class OutboxChannel implements MessageChannel {

    static final String ID = "outbox";

    private static final Logger LOG = LoggerFactory.getLogger(OutboxChannel.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final boolean open;
    private final Clock clock;

    @Activate
    public OutboxChannel(BundleContext context, @Reference Clock clock) {
        this(
                Path.of(Optional.ofNullable(context.getProperty("jutong.data")).orElse("data"), "messages"),
                GatewayChannel.isSet(GatewayChannel.URL).isEmpty(),
                clock);
    }

    OutboxChannel(Path folder, boolean open, Clock clock) {
        this.folder = folder;
        this.open = open;
        this.clock = clock;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean reaches(String address) {
        return open;
    }

    @Override
    public void send(String address, String text) {
        try {
            Files.createDirectories(folder, only("rwx------"));
            Path written = Files.createTempFile(folder, NAME.format(clock.instant()) + "-", ".tmp", only("rw-------"));
            Files.writeString(written, address + "\n" + text + "\n");
            String name = written.getFileName().toString().replaceFirst("tmp$", "txt");
            Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            LOG.info("A message lies in {}", folder.resolve(name));
        } catch (IOException e) {
            LOG.error("Cannot leave a message in {}", folder, e);
            throw Messages.notSent();
        }
    }

    private static FileAttribute<?> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
