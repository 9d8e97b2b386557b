package org.jutong.web.internal.portal;

import java.util.List;
import java.util.stream.Stream;
import org.jutong.runtime.Texts;

/** The pages of somebody's own account, for the list at the side. */
final class AccountEntries {

    private AccountEntries() {}

    /** Empty for nobody who is signed in. */
    static List<Link> of(PortalView view, String current, Texts texts) {
        if (view.visitor().name().isEmpty()) {
            return List.of();
        }
        return Stream.of("home", "looks", "sessions", "password", "mobile", "close")
                .map(page -> new Link(
                        texts.say(view.locale(), "portal.account." + (page.equals("home") ? "basics" : page)),
                        view.account(page.equals("home") ? "" : page),
                        page.equals(current)))
                .toList();
    }
}
