package org.jutong.identity.internal.jaas;

import java.time.Clock;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.rights.GrantedAuthority;
import org.jutong.identity.internal.signin.Credentials;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The realm {@code karaf}, in place of the container's own with its user files (rank 0). */
@Component(service = JaasRealm.class)
public final class StaffRealm implements JaasRealm {

    private final AppConfigurationEntry entry;

    @Activate
    public StaffRealm(
            BundleContext context,
            @Reference Credentials credentials,
            @Reference Roster roster,
            @Reference GrantedAuthority authority,
            @Reference Clock clock) {
        this.entry = new AppConfigurationEntry(
                ProxyLoginModule.class.getName(),
                LoginModuleControlFlag.REQUIRED,
                Map.of(
                        ProxyLoginModule.PROPERTY_MODULE,
                        StaffLoginModule.class.getName(),
                        ProxyLoginModule.PROPERTY_BUNDLE,
                        Long.toString(context.getBundle().getBundleId()),
                        StaffLoginModule.CREDENTIALS,
                        credentials,
                        StaffLoginModule.ROSTER,
                        roster,
                        StaffLoginModule.AUTHORITY,
                        authority,
                        StaffLoginModule.CLOCK,
                        clock));
    }

    @Override
    public String getName() {
        return "karaf";
    }

    @Override
    public int getRank() {
        return 100;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        return new AppConfigurationEntry[] {entry};
    }
}
