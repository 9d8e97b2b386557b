package org.jutong.itests.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/**
 * Every operation × every role × own site, another site and nobody: the answer is the one that the declared access
 * asks for. What nobody has listed, or what declares nothing, is a failure.
 */
@Tag("database")
class RouteMatrixIT {

    private static final String OWN = Province.GUIYANG;
    private static final String OTHER = "5204000001";
    private static final List<String> SITES = List.of(OWN, OTHER);
    private static final String NOTHING = "999999999";

    /** What the door says to somebody who may not pass. */
    private static final Set<String> CLOSED = Set.of(
            "not_signed_in",
            "forbidden",
            "forbidden_anywhere",
            "permission_undeclared",
            "token_not_accepted",
            "token_scope_missing",
            "invalid_token",
            "csrf_token_missing",
            "wrong_origin");

    /** A citizen's own things; staff have none. */
    private static final Set<String> OF_CITIZENS =
            Set.of("/api/v1/accesses", "/api/v1/plugins/interaction/sites/{site}/letters/mine");

    private static Platform platform;
    private static List<Operation> operations;

    @BeforeAll
    static void start() {
        platform = Shared.hunted();
        Province.enrol(platform, OWN, "interaction");
        Province.enrol(platform, OTHER, "interaction");
        operations = Operation.all(platform);
    }

    /** Somebody, what they hold on each site and anywhere, and how they come in anew. */
    private record Caller(String name, Supplier<Api> enter, Map<String, Set<String>> held, Set<String> scopes) {

        boolean isNobody() {
            return held.isEmpty();
        }

        boolean isToken() {
            return !scopes.isEmpty();
        }
    }

    @Test
    void every_operation_is_known_and_declares_whom_it_is_for() throws IOException {
        Set<String> known;
        try (InputStream file = getClass().getResourceAsStream("operations.txt")) {
            known = new HashSet<>(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
        assertThat(operations)
                .allSatisfy(operation ->
                        assertThat(operation.access()).as(operation.line()).isIn("public", "signed-in", "permission"));
        assertThat(operations.stream().map(Operation::line).filter(line -> !known.contains(line)))
                .as("operations that operations.txt does not list; whoever adds one looks at whom it is for")
                .isEmpty();
    }

    @Test
    void nobody_passes_where_somebody_must_be_signed_in() {
        check(new Caller("nobody", platform::api, Map.of(), Set.of()));
    }

    @Test
    void each_role_passes_where_it_holds_the_right_and_nowhere_else() {
        for (String role : roles()) {
            String name = "matrix." + role;
            Province.person(platform, name, role, OWN);
            check(caller(name, () -> platform.api().signIn(name, Platform.PASSWORD)));
        }
    }

    @Test
    void the_administrator_passes_everywhere() {
        check(caller("admin", platform::admin));
    }

    @Test
    void a_token_passes_where_one_of_its_scopes_is_asked_for() {
        Api editor = Province.person(platform, "matrix.token", "editor", OWN);
        Api.Answer made = editor.post(
                "/tokens",
                Map.of(
                        "name",
                        "matrix",
                        "permissions",
                        List.of("article.write"),
                        "expires",
                        Instant.now().plus(1, ChronoUnit.DAYS).toString()));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String token = made.json().path("token").asText();
        Caller session = caller("token", () -> editor);
        check(new Caller("token", () -> platform.api().bearer(token), session.held(), Set.of("article.write")));
    }

    private static List<String> roles() {
        Api.Answer answer = platform.admin().get("/roles");
        if (answer.status() != 200) {
            return List.of("operator", "site-owner", "editor");
        }
        List<String> roles = new ArrayList<>();
        answer.json().path("items").forEach(role -> {
            // an office once filled ends what the first administrator holds for it; that has tests of its own
            if (!role.path("office").asBoolean() && !role.path("id").asText().equals("administrator")) {
                roles.add(role.path("id").asText());
            }
        });
        return roles;
    }

    private static Caller caller(String name, Supplier<Api> enter) {
        Api api = enter.get();
        Map<String, Set<String>> held = new LinkedHashMap<>();
        for (String site : SITES) {
            held.put(site, texts(api.get("/session?site=" + site).json().path("permissions")));
        }
        held.put("", texts(api.get("/session").json().path("permissions")));
        return new Caller(name, enter, held, Set.of());
    }

    private static void check(Caller caller) {
        List<String> wrong = new ArrayList<>();
        Api api = caller.enter().get();
        for (Operation operation : operations) {
            for (String site : operation.namesSite() ? SITES : List.of("")) {
                Api.Answer answer = api.call(
                        operation.method(),
                        operation.address(site, NOTHING),
                        operation.takesBody() ? "{}".getBytes(StandardCharsets.UTF_8) : null,
                        operation.takesBody() ? operation.type() : "");
                if (operation.isAboutSession() && !operation.reads()) {
                    api = caller.enter().get();
                }
                String code = answer.status() < 400 ? "" : answer.code();
                String fault = fault(caller, operation, site, answer.status(), code);
                if (!fault.isEmpty() || answer.status() >= 500) {
                    wrong.add(caller.name() + " " + operation.line() + " on " + site + ": " + fault + ", was "
                            + answer.status() + " " + code);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What is wrong with this answer; empty where nothing is. */
    private static String fault(Caller caller, Operation operation, String site, int status, String code) {
        boolean open = !CLOSED.contains(code);
        switch (operation.access()) {
            case "public":
                // who asks for their own session without one is told that there is none
                return open || operation.isAboutSession() && code.equals("not_signed_in") ? "" : "must be open";
            case "signed-in":
                if (caller.isNobody()) {
                    return status == 401 ? "" : "must be 401";
                }
                if (caller.isToken()) {
                    return code.equals("token_not_accepted") ? "" : "must be 403 token_not_accepted";
                }
                if (OF_CITIZENS.contains(operation.path())) {
                    return code.equals("citizens_only") ? "" : "must be 403 citizens_only";
                }
                // what is somebody else's is refused by the thing itself
                return !code.equals("not_signed_in") && !code.equals("permission_undeclared") ? "" : "must be open";
            default:
                return ofPermission(caller, operation, site, status, open);
        }
    }

    private static String ofPermission(Caller caller, Operation operation, String site, int status, boolean open) {
        if (caller.isNobody()) {
            return status == 401 ? "" : "must be 401";
        }
        boolean held = operation.permissions().stream()
                .filter(name -> !caller.isToken() || caller.scopes().contains(name))
                .anyMatch(caller.held().get(site)::contains);
        if (!held) {
            return status == 403 ? "" : "must be 403";
        }
        // without a site in the address the thing itself asks again, for the site that it belongs to
        return open || !operation.namesSite() ? "" : "must be open";
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
