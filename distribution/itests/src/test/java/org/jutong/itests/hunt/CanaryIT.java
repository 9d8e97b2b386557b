package org.jutong.itests.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** Fifty sites each hold secret words; nobody who has no business with a site is ever shown its words. */
@Tag("database")
class CanaryIT {

    private static final int SITES = 50;

    /** How many other sites a member of staff looks into; each of them holds canaries. */
    private static final int LOOKED_INTO = 10;

    private static Platform platform;
    private static final List<Nest> NESTS = new ArrayList<>();

    /** A site, the words that it hides, one that it shows, and the numbers of what they are in. */
    private record Nest(String site, String staff, List<String> hidden, String shown, List<String> things) {}

    @BeforeAll
    static void hide() {
        platform = Shared.hunted();
        // counties have nobody below them, so that no site's staff has business with another's
        Province.sites(platform.api()).stream()
                .filter(site -> site.path("level").asText().equals("county"))
                .limit(SITES)
                .forEach(site -> NESTS.add(nest(site.path("code").asText())));
        assertThat(NESTS).hasSize(SITES);
    }

    private static Nest nest(String site) {
        Province.enrol(platform, site, "interaction");
        Api admin = platform.admin();
        String name = "金丝雀" + word();
        String draft = "canary" + word();
        String letter = "canary" + word();
        String shown = "songbird" + word();
        String staff = "canary." + site;
        List<String> things = new ArrayList<>();
        things.add(written(admin, site, draft));
        String published = written(admin, site, shown);
        assertThat(Province.publish(platform, admin, Long.parseLong(published)).status())
                .isEqualTo(200);
        things.add(published);
        Api.Answer sent = platform.api()
                .post(
                        "/plugins/interaction/sites/" + site + "/letters",
                        Map.of(
                                "type",
                                "consultation",
                                "title",
                                "办证 " + letter,
                                "text",
                                "材料 " + letter,
                                "name",
                                "李" + letter.substring(6, 12),
                                "contact",
                                "13800000000"));
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        things.add(sent.json().path("id").asText("1"));
        Api.Answer person = admin.post(
                "/users",
                Map.of(
                        "username",
                        staff,
                        "displayName",
                        name,
                        "password",
                        Platform.PASSWORD,
                        "keepPassword",
                        true,
                        "grants",
                        List.of(Map.of("role", "site-owner", "site", site))));
        if (person.status() == 400 && person.code().equals("field_not_understood")) {
            Province.person(platform, staff, "site-owner", site);
        } else {
            assertThat(person.status()).as(person.text()).isEqualTo(201);
        }
        return new Nest(site, staff, List.of(name, draft, letter, letter.substring(6, 12)), shown, things);
    }

    private static String written(Api admin, String site, String word) {
        Map<String, Object> draft = new HashMap<>(Province.draft("标题 " + word));
        draft.put("body", "<p>正文 " + word + "</p>");
        draft.remove("column");
        draft.put("column", column(admin, site));
        Api.Answer written = admin.post("/sites/" + site + "/articles", draft);
        assertThat(written.status()).as(written.text()).isEqualTo(201);
        return written.json().path("id").asText();
    }

    private static String column(Api admin, String site) {
        for (JsonNode column : admin.get("/sites/" + site + "/columns").json().path("items")) {
            if (!column.path("parent").asText().isEmpty()) {
                return column.path("key").asText();
            }
        }
        throw new AssertionError("Site " + site + " has no columns");
    }

    @Test
    void staff_of_one_site_are_shown_no_word_of_another() {
        Nest own = NESTS.get(0);
        Api staff = platform.api().signIn(own.staff(), Platform.PASSWORD);
        List<String> leaks = new ArrayList<>();
        List<String> addresses = addresses(own);
        int found = 0;
        for (String address : addresses) {
            Api.Answer answer = staff.page(address);
            leaks.addAll(leaks(address, answer.text(), own));
            found += own.hidden().stream().anyMatch(answer.text()::contains) ? 1 : 0;
        }
        assertThat(leaks).isEmpty();
        assertThat(found)
                .as("pages with the site's own words, without which nothing was looked at")
                .isPositive();
    }

    @Test
    void nobody_in_particular_is_shown_no_word_of_any_site() {
        List<String> leaks = new ArrayList<>();
        for (String address : addresses(NESTS.get(1))) {
            leaks.addAll(leaks(address, platform.api().page(address).text(), null));
        }
        for (Nest nest : NESTS) {
            List<String> shown = new ArrayList<>();
            Crawl.from(platform.api(), "/sites/" + nest.site() + "/", 15, (address, answer) -> {
                leaks.addAll(leaks(address, answer.text(), null));
                if (answer.text().contains(nest.shown())) {
                    shown.add(address);
                }
            });
            assertThat(shown).as("pages with what site %s shows", nest.site()).isNotEmpty();
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void what_one_site_shows_is_not_on_another_sites_pages() {
        List<String> strayed = new ArrayList<>();
        for (Nest nest : NESTS.subList(0, LOOKED_INTO)) {
            Crawl.from(
                    platform.api(),
                    "/sites/" + nest.site() + "/",
                    30,
                    (address, answer) -> NESTS.stream()
                            .filter(other ->
                                    !other.equals(nest) && answer.text().contains(other.shown()))
                            .forEach(other -> strayed.add(other.site() + " at " + address)));
        }
        assertThat(strayed).isEmpty();
    }

    @Test
    void the_log_holds_no_word_of_any_site() {
        Nest own = NESTS.get(2);
        Api staff = platform.api().signIn(own.staff(), Platform.PASSWORD);
        // refusals and mistakes around the words, which must not take them along
        staff.post(
                "/sites/" + NESTS.get(3).site() + "/articles",
                Province.draft(NESTS.get(3).hidden().get(1)));
        staff.raw(
                "POST",
                "/sites/" + own.site() + "/articles",
                "{\"title\":\"" + own.hidden().get(1) + "\",");
        assertThat(leaks("the log", platform.log(), null)).isEmpty();
    }

    /** Every GET operation, with the numbers of canaries, on the own site and on others; lists searched for them. */
    private static List<String> addresses(Nest own) {
        List<String> addresses = new ArrayList<>(List.of("/", "/console/", "/api/openapi.json", "/nothing"));
        List<Nest> nests = new ArrayList<>(List.of(own));
        nests.addAll(NESTS.subList(SITES - LOOKED_INTO, SITES));
        for (Operation operation : Operation.all(platform)) {
            if (!operation.reads()) {
                continue;
            }
            for (Nest nest : nests) {
                List<String> things = new ArrayList<>(nest.things());
                things.add(nest.staff());
                for (String thing : operation.path().replace("{site}", "").contains("{") ? things : List.of("1")) {
                    String address = operation.address(nest.site(), thing);
                    addresses.add(address);
                    for (String query : operation.queries()) {
                        addresses.add(address + "?" + query + "=" + value(query, nest));
                    }
                }
            }
        }
        return addresses.stream().distinct().toList();
    }

    private static String value(String query, Nest nest) {
        return switch (query) {
            case "site" -> nest.site();
            case "limit" -> "200";
            case "user", "actor" -> nest.staff();
            default -> "canary";
        };
    }

    private static List<String> leaks(String where, String text, Nest own) {
        List<String> leaks = new ArrayList<>();
        for (Nest nest : NESTS) {
            if (nest.equals(own)) {
                continue;
            }
            for (String word : nest.hidden()) {
                if (text.contains(word)) {
                    leaks.add("a word of " + nest.site() + " in " + where);
                }
            }
        }
        return leaks;
    }

    private static String word() {
        return Long.toString(
                ThreadLocalRandom.current().nextLong(36L * 36 * 36 * 36 * 36 * 36 * 36, Long.MAX_VALUE), 36);
    }
}
