package org.jutong.web.internal.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.jutong.identity.Authority;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Public;
import org.jutong.plugin.SignedIn;
import org.jutong.plugin.SiteCode;
import org.jutong.web.internal.door.Caller;

class RightsFilterTest {

    private static final SiteCode OWN = new SiteCode("5201000001");
    private static final SiteCode OTHER = new SiteCode("5203000001");

    private static final Caller EDITOR = session("editor");
    private static final Caller STRANGER = session("stranger");

    private final RightsFilter filter = new RightsFilter(new EditorOfOneSite(), null);

    @Test
    void what_is_public_is_open_to_nobody_in_particular() {
        passes("open", Caller.NOBODY, Optional.empty());
    }

    @Test
    void what_is_for_the_signed_in_is_open_to_each_of_them_and_to_no_token() {
        passes("own", STRANGER, Optional.empty());
        refused("own", Caller.NOBODY, Optional.empty(), "not_signed_in");
        refused("own", token("article.write"), Optional.empty(), "token_not_accepted");
    }

    @Test
    void a_right_is_asked_on_the_site_of_the_address() {
        passes("write", EDITOR, Optional.of(OWN));
        refused("write", EDITOR, Optional.of(OTHER), "forbidden");
        refused("write", STRANGER, Optional.of(OWN), "forbidden");
        refused("write", Caller.NOBODY, Optional.of(OWN), "not_signed_in");
    }

    @Test
    void without_a_site_in_the_address_holding_it_anywhere_opens_the_door() {
        passes("write", EDITOR, Optional.empty());
        refused("write", STRANGER, Optional.empty(), "forbidden_anywhere");
    }

    @Test
    void any_one_of_several_rights_is_enough() {
        passes("orderOrWrite", EDITOR, Optional.of(OWN));
        refused("orderOrWrite", EDITOR, Optional.of(OTHER), "forbidden");
    }

    @Test
    void a_token_opens_what_both_its_scopes_and_its_account_hold() {
        passes("write", token("article.write"), Optional.of(OWN));
        refused("write", token("article.write"), Optional.of(OTHER), "forbidden");
        refused("write", token("catalog.order"), Optional.of(OWN), "token_scope_missing");
        refused("orderOrWrite", token("catalog.order"), Optional.of(OWN), "forbidden");
    }

    @Test
    void a_method_that_declares_nothing_or_two_things_or_an_unknown_right_is_closed_to_everybody() {
        refused("silent", EDITOR, Optional.of(OWN), "permission_undeclared");
        refused("both", EDITOR, Optional.of(OWN), "permission_undeclared");
        refused("unknown", EDITOR, Optional.of(OWN), "permission_undeclared");
        refused("partlyUnknown", EDITOR, Optional.of(OWN), "permission_undeclared");
        refused("empty", EDITOR, Optional.of(OWN), "permission_undeclared");
    }

    private void passes(String method, Caller caller, Optional<SiteCode> site) {
        assertThatCode(() -> filter.admit(Resource.method(method), caller, Optional.empty(), site))
                .doesNotThrowAnyException();
    }

    private void refused(String method, Caller caller, Optional<SiteCode> site, String code) {
        assertThatThrownBy(() -> filter.admit(Resource.method(method), caller, Optional.empty(), site))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> org.assertj.core.api.Assertions.assertThat(problem.code())
                                .isEqualTo(code));
    }

    private static Caller session(String username) {
        return new Caller(new Actor(username, username), Set.of(), Optional.empty());
    }

    private static Caller token(String... scopes) {
        return new Caller(EDITOR.actor(), Set.of(), Optional.of(Set.of(scopes)));
    }

    /** Methods as resources have them. */
    static final class Resource {
        static java.lang.reflect.Method method(String name) {
            return Arrays.stream(Resource.class.getDeclaredMethods())
                    .filter(method -> method.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        @Public
        public void open() {}

        @SignedIn
        public void own() {}

        @Permission("article.write")
        public void write() {}

        @Permission({"catalog.order", "article.write"})
        public void orderOrWrite() {}

        public void silent() {}

        @Public
        @Permission("article.write")
        public void both() {}

        @Permission("article.wirte")
        public void unknown() {}

        @Permission({"article.write", "article.wirte"})
        public void partlyUnknown() {}

        @Permission({})
        public void empty() {}
    }

    private static final class EditorOfOneSite implements Authority {
        @Override
        public boolean allows(Actor actor, String permission, SiteCode site) {
            return site.equals(OWN) && allowsSomewhere(actor, permission);
        }

        @Override
        public boolean allows(Actor actor, String permission, SiteCode site, String column) {
            return allows(actor, permission, site);
        }

        @Override
        public boolean isDeclared(String permission) {
            return Set.of("article.write", "catalog.order").contains(permission);
        }

        @Override
        public boolean allowsSomewhere(Actor actor, String permission) {
            return actor.equals(EDITOR.actor()) && permission.equals("article.write");
        }

        @Override
        public Set<String> permissions(Actor actor, SiteCode site) {
            return Set.of();
        }

        @Override
        public Set<SiteCode> roots(Actor actor) {
            return Set.of();
        }
    }
}
