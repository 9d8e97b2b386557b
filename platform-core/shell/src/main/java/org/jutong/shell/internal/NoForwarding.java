package org.jutong.shell.internal;

import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The shell is for commands: Karaf lets everybody who may sign in forward ports and agents through the server, which
 * would open the network behind it to any editor. Every SSH server of the container refuses that as soon as it is there.
 */
@Component(immediate = true, service = NoForwarding.class)
public final class NoForwarding {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindServer(SshServer server) {
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    }

    void unbindServer(SshServer server) {
        // it keeps its filter
    }
}
