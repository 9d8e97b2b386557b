package org.jutong.itests.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/** The operator's shell over SSH: types lines into an interactive session and returns what it printed. */
public final class Shell {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Shell() {}

    /** As the administrator. */
    public static String run(Platform platform, String... lines) {
        return as(platform, "admin", Platform.PASSWORD, lines);
    }

    /** As this person. */
    public static String as(Platform platform, String username, String password, String... lines) {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.start();
            try (ClientSession session = client.connect(username, "127.0.0.1", platform.sshPort())
                    .verify(PATIENCE)
                    .getSession()) {
                session.addPasswordIdentity(password);
                session.auth().verify(PATIENCE);
                return type(session, String.join("\n", lines) + "\nlogout\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server opens a connection to a port of its machine for somebody who is signed in. */
    public static boolean forwards(Platform platform, int port) {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.start();
            try (ClientSession session = client.connect("admin", "127.0.0.1", platform.sshPort())
                    .verify(PATIENCE)
                    .getSession()) {
                session.addPasswordIdentity(Platform.PASSWORD);
                session.auth().verify(PATIENCE);
                SshdSocketAddress here = new SshdSocketAddress("127.0.0.1", Platform.freePort());
                try (ClientChannel channel =
                        session.createDirectTcpipChannel(here, new SshdSocketAddress("127.0.0.1", port))) {
                    channel.open().verify(PATIENCE);
                    return true;
                }
            }
        } catch (IOException refused) {
            return false;
        }
    }

    private static String type(ClientSession session, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ClientChannel channel = session.createShellChannel()) {
            channel.setOut(out);
            channel.setErr(out);
            channel.open().verify(PATIENCE);
            channel.getInvertedIn().write(text.getBytes(StandardCharsets.UTF_8));
            channel.getInvertedIn().flush();
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
        }
        return plain(out.toString(StandardCharsets.UTF_8));
    }

    /** Without the terminal's control sequences. */
    private static String plain(String text) {
        return text.replaceAll("\u001B\\[[0-9;?]*[a-zA-Z]", "")
                .replaceAll("\u001B[=>]", "")
                .replace("\r", "");
    }
}
