package org.jutong.signin.internal;

import java.util.Optional;
import org.jutong.audit.Audit;
import org.jutong.identity.ExternalCredentials;
import org.jutong.identity.OneTimes;
import org.jutong.identity.Sessions;
import org.jutong.identity.SignInWay;
import org.jutong.plugin.RestResource;
import org.jutong.signin.internal.rest.OidcResource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the places that are configured; where none is, it does nothing at all. */
@Component(service = Places.class, immediate = true)
public final class Places {

    private static final Logger LOG = LoggerFactory.getLogger(Places.class);

    /** What is registered here goes with the bundle. */
    @Activate
    public Places(
            BundleContext context, @Reference Sessions sessions, @Reference OneTimes oneTimes, @Reference Audit audit) {
        Environment environment = new Environment(System.getenv());
        try {
            OidcSettings.of(environment).ifPresent(settings -> {
                context.registerService(SignInWay.class, new OidcWay(settings.title()), null);
                context.registerService(
                        RestResource.class, new OidcResource(new Oidc(settings, oneTimes), sessions, audit), null);
                LOG.info("People sign in by OpenID Connect at {}", settings.issuer());
            });
            Optional<LdapSettings> directory = LdapSettings.of(environment);
            directory.ifPresent(settings -> {
                context.registerService(ExternalCredentials.class, new Directory(settings), null);
                LOG.info("Passwords are checked by the directory at {}", settings.url());
            });
        } catch (RuntimeException wrong) {
            // the platform's own accounts still sign in, to put it right
            LOG.error("Signing in elsewhere is not offered: {}", wrong.getMessage());
        }
    }

    private record OidcWay(String title) implements SignInWay {
        @Override
        public String id() {
            return Oidc.SOURCE;
        }

        @Override
        public String url() {
            return "/api/v1/session/oidc";
        }
    }
}
