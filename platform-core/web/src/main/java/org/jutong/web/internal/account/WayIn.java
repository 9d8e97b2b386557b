package org.jutong.web.internal.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jutong.identity.OwnAccount;
import org.jutong.identity.Registrations;
import org.jutong.identity.Registrations.Wish;
import org.jutong.identity.Session;
import org.jutong.identity.Sessions;
import org.jutong.plugin.Problem;
import org.jutong.web.internal.account.AccountPages.Answer;
import org.jutong.web.internal.account.AccountPages.Asked;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pages that need no session: registering, signing in, a forgotten password. Thread-safe. */
@Component(service = WayIn.class)
public final class WayIn {

    private static final Set<String> PAGES =
            Set.of("sign-in", "sign-out", "register", "register/code", "recover", "recover/code");

    private final Registrations registrations;
    private final OwnAccount accounts;
    private final Sessions sessions;

    @Activate
    public WayIn(@Reference Registrations registrations, @Reference OwnAccount accounts, @Reference Sessions sessions) {
        this.registrations = registrations;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    boolean has(String path) {
        return PAGES.contains(path);
    }

    Answer serve(Asked asked, Optional<Session> session) {
        if (!asked.isForm()) {
            return switch (asked.path()) {
                case "sign-in" -> asked.show("sign-in", form(asked));
                case "register" -> asked.show("register", form(asked));
                case "recover" -> asked.show("recover", form(asked));
                default -> Answer.to(asked.view().account(""));
            };
        }
        return switch (asked.path()) {
            case "sign-in" -> signIn(asked, session);
            case "sign-out" -> signOut(asked, session);
            case "register" -> register(asked);
            case "register/code" -> confirm(asked);
            case "recover" -> recover(asked);
            default -> setPassword(asked);
        };
    }

    private Answer signIn(Asked asked, Optional<Session> before) {
        Session opened;
        try {
            opened = accounts.signIn(asked.typed("mobile"), asked.value("password"), asked.client());
        } catch (Problem problem) {
            return asked.refuse("sign-in", form(asked), problem);
        }
        before.map(Session::token).ifPresent(sessions::signOut);
        return Answer.to(asked.next()).entering(opened.token(), asked.request());
    }

    private Answer signOut(Asked asked, Optional<Session> session) {
        session.map(Session::token).ifPresent(sessions::signOut);
        return Answer.to(asked.view().account("sign-in")).leaving(asked.request());
    }

    private Answer register(Asked asked) {
        try {
            String ticket = again(asked)
                    ? registrations.resend(asked.value("ticket"), asked.client().address())
                    : registrations.register(
                            new Wish(asked.value("mobile"), asked.value("name"), asked.value("password")),
                            asked.client().address());
            return asked.show("register-code", code(asked, ticket));
        } catch (Problem problem) {
            return again(asked)
                    ? asked.refuse("register-code", code(asked, asked.value("ticket")), problem)
                    : asked.refuse("register", form(asked), problem);
        }
    }

    private Answer confirm(Asked asked) {
        try {
            registrations.confirm(asked.value("ticket"), asked.typed("code"));
            return asked.show("registered", form(asked));
        } catch (Problem problem) {
            return asked.refuse("register-code", code(asked, asked.value("ticket")), problem);
        }
    }

    private Answer recover(Asked asked) {
        try {
            String ticket = again(asked)
                    ? registrations.resend(asked.value("ticket"), asked.client().address())
                    : registrations.recover(
                            asked.typed("mobile"), asked.client().address());
            return asked.show("recover-code", code(asked, ticket));
        } catch (Problem problem) {
            return again(asked)
                    ? asked.refuse("recover-code", code(asked, asked.value("ticket")), problem)
                    : asked.refuse("recover", form(asked), problem);
        }
    }

    private Answer setPassword(Asked asked) {
        try {
            registrations.setPassword(asked.value("ticket"), asked.typed("code"), asked.value("password"));
            return asked.show("recovered", form(asked));
        } catch (Problem problem) {
            return asked.refuse("recover-code", code(asked, asked.value("ticket")), problem);
        }
    }

    /** Whether another code is wanted for the same. */
    private static boolean again(Asked asked) {
        return !asked.value("ticket").isEmpty();
    }

    private Map<String, Object> form(Asked asked) {
        return new HashMap<>(Map.of(
                "mobile", asked.typed("mobile"),
                "name", asked.typed("name"),
                "next", asked.next(),
                "trial", registrations.isTrial()));
    }

    private Map<String, Object> code(Asked asked, String ticket) {
        Map<String, Object> model = form(asked);
        model.put("ticket", ticket);
        return model;
    }
}
