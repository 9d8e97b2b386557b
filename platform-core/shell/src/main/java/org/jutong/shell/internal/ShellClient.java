package org.jutong.shell.internal;

import java.security.AccessController;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;

/** The machine that somebody at the shell sits at. */
final class ShellClient {

    private ShellClient() {}

    /** The SSH client's address without its port; empty for a shell that is not reached over the network. */
    @SuppressWarnings("removal") // the container runs commands under the subject of the access control context
    static String address() {
        Subject subject = Subject.getSubject(AccessController.getContext());
        return subject == null
                ? ""
                : subject.getPrincipals(ClientPrincipal.class).stream()
                        .map(client ->
                                client.getAddress().replaceFirst("^.*/", "").replaceFirst(":\\d+$", ""))
                        .findFirst()
                        .orElse("");
    }
}
