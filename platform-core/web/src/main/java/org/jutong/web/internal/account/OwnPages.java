package org.jutong.web.internal.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jutong.identity.Accesses;
import org.jutong.identity.Accesses.Access;
import org.jutong.identity.Citizens.Assurance;
import org.jutong.identity.Citizens.Citizen;
import org.jutong.identity.OwnAccount;
import org.jutong.identity.OwnAccount.OwnSession;
import org.jutong.identity.Registrations;
import org.jutong.identity.Session;
import org.jutong.plugin.Problem;
import org.jutong.web.internal.account.AccountPages.Answer;
import org.jutong.web.internal.account.AccountPages.Asked;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pages of a citizen who is signed in. Thread-safe. */
@Component(service = OwnPages.class)
public final class OwnPages {

    private static final Set<String> PAGES =
            Set.of("", "looks", "sessions", "password", "mobile", "mobile/code", "close");
    private static final int LOOKS = 20;

    private final OwnAccount accounts;
    private final Registrations registrations;
    private final Accesses accesses;

    @Activate
    public OwnPages(
            @Reference OwnAccount accounts, @Reference Registrations registrations, @Reference Accesses accesses) {
        this.accounts = accounts;
        this.registrations = registrations;
        this.accesses = accesses;
    }

    boolean has(String path) {
        return PAGES.contains(path);
    }

    Answer serve(Asked asked, Session session) {
        String page = asked.path().isEmpty() ? "home" : asked.path();
        if (!asked.isForm()) {
            return page.equals("mobile/code")
                    ? Answer.to(asked.view().account("mobile"))
                    : asked.show(page, content(asked, session, page));
        }
        try {
            return switch (page) {
                case "sessions" -> endSession(asked, session);
                case "password" -> changePassword(asked, session);
                case "mobile" -> moveTo(asked, session);
                case "mobile/code" -> confirmMove(asked, session);
                case "close" -> close(asked, session);
                default -> throw Problem.of(405, "method_not_allowed");
            };
        } catch (Problem problem) {
            if (problem.status() == 405) {
                throw problem;
            }
            boolean coded = page.equals("mobile/code") || !asked.value("ticket").isEmpty();
            return asked.refuse(coded ? "mobile-code" : page, content(asked, session, page), problem);
        }
    }

    private Answer endSession(Asked asked, Session session) {
        accounts.endSession(session, asked.value("id"));
        return Answer.to(asked.view().account("sessions"));
    }

    private Answer changePassword(Asked asked, Session session) {
        Session renewed =
                accounts.changePassword(session, asked.value("current"), asked.value("password"), asked.client());
        return Answer.to(asked.view().account("") + "?done=password").entering(renewed.token(), asked.request());
    }

    private Answer moveTo(Asked asked, Session session) {
        String before = asked.value("ticket");
        String ticket = before.isEmpty()
                ? accounts.moveTo(session.actor(), asked.value("password"), asked.typed("mobile"), asked.client())
                : registrations.resend(before, asked.client().address());
        Map<String, Object> model = content(asked, session, "mobile");
        model.put("ticket", ticket);
        return asked.show("mobile-code", model);
    }

    private Answer confirmMove(Asked asked, Session session) {
        accounts.confirmMove(session.actor(), asked.value("ticket"), asked.typed("code"));
        return Answer.to(asked.view().account("") + "?done=mobile");
    }

    private Answer close(Asked asked, Session session) {
        accounts.close(session.actor(), asked.value("password"), asked.client());
        return Answer.to(asked.view().account("sign-in")).leaving(asked.request());
    }

    private Map<String, Object> content(Asked asked, Session session, String page) {
        Citizen citizen = accounts.of(session.actor());
        Map<String, Object> model = new HashMap<>();
        model.put("name", citizen.name());
        model.put("mobile", citizen.mobile());
        model.put("typed", asked.typed("mobile"));
        model.put("ticket", asked.value("ticket"));
        model.put("realName", citizen.assurance() == Assurance.REAL_NAME);
        model.put("idNumber", citizen.idNumber().orElse(""));
        model.put("created", asked.renderer().minute(citizen.created()));
        model.put("done", asked.value("done"));
        model.put("trial", registrations.isTrial());
        if (page.equals("looks")) {
            looks(asked, session, model);
        }
        if (page.equals("sessions")) {
            model.put(
                    "sessions",
                    accounts.sessions(session).stream()
                            .map(each -> row(asked, each))
                            .toList());
        }
        return model;
    }

    private void looks(Asked asked, Session session, Map<String, Object> model) {
        Optional<String> after = Optional.of(asked.value("after")).filter(place -> !place.isEmpty());
        List<Access> found = accesses.of(session.actor(), after, LOOKS + 1);
        List<Access> shown = found.stream().limit(LOOKS).toList();
        model.put(
                "looks",
                shown.stream()
                        .map(look -> Map.of(
                                "time", asked.renderer().minute(look.time()),
                                "unit", look.unit(),
                                "service", look.service(),
                                "purpose", look.purpose(),
                                "record", look.record()))
                        .toList());
        model.put("first", after.isEmpty() ? "" : asked.view().account("looks"));
        model.put(
                "older",
                found.size() > LOOKS
                        ? asked.view().account("looks") + "?after="
                                + shown.get(LOOKS - 1).place()
                        : "");
    }

    private static Map<String, Object> row(Asked asked, OwnSession session) {
        return Map.of(
                "id", session.id(),
                "created", asked.renderer().minute(session.created()),
                "lastUsed", asked.renderer().minute(session.lastUsed()),
                "address", session.address(),
                "agent", Browser.name(session.agent()),
                "current", session.current());
    }
}
