package org.jutong.identity.internal.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** All who can sign in, of whatever kind. */
@Component(service = AllHolders.class)
public final class AllHolders {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<Holders> others = List.of();

    private final Holders staff;

    /** @param staff without whom nobody signs in at all */
    @Activate
    public AllHolders(
            @Reference(target = "(component.name=org.jutong.identity.internal.signin.StaffHolders)") Holders staff) {
        this.staff = staff;
    }

    /** The account that is meant by what somebody typed as their name, whatever its state. */
    Optional<Holder> named(String typed) {
        return staff.named(typed)
                .or(() -> others.stream()
                        .map(kind -> kind.named(typed))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** The account of the actor of this name, if it may sign in now. */
    Optional<Holder> active(String username) {
        return staff.of(username)
                .or(() -> others.stream()
                        .map(kind -> kind.of(username))
                        .flatMap(Optional::stream)
                        .findFirst())
                .filter(Holder::active);
    }

    /** Notes that somebody has signed in. */
    void signedIn(String username, Instant at) {
        staff.signedIn(username, at);
        others.stream().filter(kind -> kind != staff).forEach(kind -> kind.signedIn(username, at));
    }
}
