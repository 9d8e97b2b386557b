package org.jutong.identity.internal.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.rights.GrantedAuthority;
import org.jutong.plugin.Actor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who of the staff must have a second factor: {@code JUTONG_SECOND_FACTOR}, {@code administrators} (those who hold one
 * of the three offices or give rights; the default), {@code everybody} or {@code nobody}. Thread-safe.
 */
@Component(service = SecondFactorPolicy.class)
public final class SecondFactorPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactorPolicy.class);

    // of the offices, and of those who give rights
    private static final Set<String> OFFICES = Set.of("administrator", "security-administrator", "audit-administrator");
    private static final List<String> PERMISSIONS =
            List.of("identity.grant", "identity.role", "audit.read", "audit.export", "audit.verify", "audit.defer");

    private final Roster roster;
    private final GrantedAuthority authority;
    private final Who who;

    @Activate
    public SecondFactorPolicy(@Reference Roster roster, @Reference GrantedAuthority authority) {
        this(roster, authority, System.getenv("JUTONG_SECOND_FACTOR"));
    }

    /** @throws IllegalStateException for a word that means nothing: the platform does not start */
    public SecondFactorPolicy(Roster roster, GrantedAuthority authority, String given) {
        this.roster = roster;
        this.authority = authority;
        String word = Optional.ofNullable(given).filter(text -> !text.isBlank()).orElse(Who.ADMINISTRATORS.name());
        this.who = Stream.of(Who.values())
                .filter(known -> known.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "JUTONG_SECOND_FACTOR must be administrators, everybody or nobody, not " + word));
        if (who == Who.NOBODY) {
            LOG.warn("JUTONG_SECOND_FACTOR=nobody: administrators sign in by their password alone.");
        }
    }

    /** Whether this member of the staff must have one; citizens never must. */
    boolean demands(Actor actor) {
        return switch (who) {
            case NOBODY -> false;
            case EVERYBODY -> !actor.isCitizen();
            case ADMINISTRATORS -> !actor.isCitizen() && administers(actor);
        };
    }

    private boolean administers(Actor actor) {
        return roster.find(actor.username()).stream()
                        .flatMap(stored -> authority.grants(stored.account()))
                        .anyMatch(grant -> OFFICES.contains(grant.role()))
                || PERMISSIONS.stream().anyMatch(permission -> authority.allowsSomewhere(actor, permission));
    }

    private enum Who {
        ADMINISTRATORS,
        EVERYBODY,
        NOBODY
    }
}
