package org.jutong.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.audit.Event;
import org.jutong.identity.Authority;
import org.jutong.persistence.testing.TestStores;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.search.internal.shell.EditSynonyms;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;

@ParameterizedClass
@ValueSource(booleans = {true, false})
class SynonymsTest {

    private static final Actor KEEPER = new Actor("operator", "省平台");
    private static final Actor READER = new Actor("reader", "无权者");
    private static final List<List<String>> GROUPS = List.of(List.of("政务公开", "信息公开"), List.of("防汛", "汛情防范", "FX"));

    @Parameter
    boolean derby;

    private TestStores database;
    private final List<Event> recorded = new ArrayList<>();
    private final List<String> noted = new ArrayList<>();
    private StoredSynonyms synonyms;

    @BeforeEach
    void open() {
        database = derby
                ? TestStores.derby(StoredSynonyms.class, "search")
                : TestStores.postgres(StoredSynonyms.class, "search");
        synonyms = another();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private StoredSynonyms another() {
        return new StoredSynonyms(
                database.store(),
                new SearchRights(answer(Authority.class), answer(Sites.class)),
                recorded::add,
                (kind, names) -> noted.add(kind));
    }

    /** The root is a site, and the operator alone may. */
    private static <T> T answer(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (method.getName().equals("root")) {
                        return Optional.of(new Site(
                                new SiteCode("5200000001"),
                                "省",
                                Level.PROVINCE,
                                "520000",
                                "贵州省",
                                Optional.empty(),
                                "blue"));
                    }
                    if (method.getName().equals("require") && !given[0].equals(KEEPER)) {
                        throw Problem.forbidden("forbidden");
                    }
                    return method.getReturnType() == String.class ? "" : null;
                }));
    }

    @Test
    void whatReplacesThemIsRecordedToldToOtherNodesAndThereAfterARestart() {
        synonyms.replace(KEEPER, List.of(List.of("旧", "旧的")));
        synonyms.replace(KEEPER, GROUPS);
        assertThat(synonyms.all(KEEPER)).isEqualTo(GROUPS);
        assertThat(another().all(KEEPER)).isEqualTo(GROUPS);
        assertThat(recorded).extracting(Event::object).containsExactly("search:synonyms", "search:synonyms");
        assertThat(noted).containsExactly("synonyms", "synonyms");
        StoredSynonyms other = another();
        synonyms.replace(KEEPER, List.of());
        assertThat(other.now()).isSameAs(other.now());
        other.follow(List.of("all"));
        assertThat(other.all(KEEPER)).isEmpty();
    }

    @Test
    void whatIsNoGroupIsRefusedAndNothingChanges() {
        synonyms.replace(KEEPER, GROUPS);
        for (List<String> wrong : Arrays.asList(
                null,
                List.<String>of(),
                List.of("一个"),
                List.of("同", "同"),
                List.of("有 空格", "词"),
                List.of("", "词"),
                List.of("<b>", "词"),
                List.of("长".repeat(31), "词"),
                Arrays.asList("词", null),
                Collections.nCopies(21, "词"))) {
            refused("synonym_group_invalid", () -> synonyms.replace(KEEPER, Arrays.asList(GROUPS.get(0), wrong)));
        }
        refused("synonyms_missing", () -> synonyms.replace(KEEPER, null));
        refused("synonyms_too_many", () -> synonyms.replace(KEEPER, Collections.nCopies(2_001, GROUPS.get(0))));
        refused("forbidden", () -> synonyms.replace(READER, List.of()));
        refused("forbidden", () -> synonyms.all(READER));
        assertThat(synonyms.all(KEEPER)).isEqualTo(GROUPS);
    }

    @Test
    void theShellAddsAndRemovesAGroup() {
        EditSynonyms command = new EditSynonyms(synonyms, answer(Texts.class));
        synonyms.replace(KEEPER, GROUPS);
        command.run(KEEPER, Map.of("--add", "电子政务、数字政府", "--remove", "FX"));
        assertThat(synonyms.all(KEEPER)).containsExactly(GROUPS.get(0), List.of("电子政务", "数字政府"));
        refused("synonym_not_found", () -> command.run(KEEPER, Map.of("--remove", "FX")));
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
