package org.jutong.interaction.internal.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jutong.interaction.LetterDraft;
import org.jutong.interaction.Letters;
import org.jutong.interaction.internal.store.JpaLetters;
import org.jutong.persistence.testing.TestStores;
import org.jutong.plugin.Actor;
import org.jutong.plugin.PageRequest;
import org.jutong.plugin.PageResult;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.View;

class LetterPagesTest {

    private static final String TITLE = "关于公交线路延伸的建议";

    private final SiteContext guiyang = TestStores.site("5201000001", "interaction");
    private final PebbleEngine pebble = new PebbleEngine.Builder()
            .loader(prefixed(new ClasspathLoader(LetterPages.class.getClassLoader())))
            .build();

    private TestStores stores;
    private Letters letters;
    private LetterPages pages;

    @BeforeEach
    void openStores() {
        stores = TestStores.derby(LetterPages.class, "interaction");
        letters = new JpaLetters(stores.siteStore("interaction"), Clock.systemUTC());
        pages = new LetterPages(letters, Clock.systemUTC());
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void aCitizenWritesALetterSeesTheCodeOnceAndFollowsItUp() {
        assertThat(html(get("letters/new", Map.of()))).contains("<option value=\"help\">求助</option>");

        PageResult.Redirect redirect = (PageResult.Redirect) post(
                Map.of("type", "help", "title", TITLE, "text", "第一段\r\n第二段", "name", "张三", "contact", "13800000000"));
        String code = redirect.url().replaceAll(".*code=", "");
        assertThat(redirect.url()).startsWith("/sites/5201000001/plugins/interaction/letters/sent?code=");

        assertThat(html(get("letters/sent", Map.of("code", code)))).contains("<p class=\"code-big\">" + code + "</p>");
        assertThat(html(get("letters/query", Map.of("code", code))))
                .contains(TITLE, "<p>第一段</p>", "<p>第二段</p>", "待处理", "正在等待处理")
                .doesNotContain("张三")
                .doesNotContain("13800000000");
    }

    @Test
    void aCitizenWhoIsSignedInFindsTheLetterWithoutTheCode() {
        SiteContext citizen = TestStores.site("5201000001", "interaction", new Actor("citizen:17", "王芳"));
        assertThat(html(pages.serve(citizen, new PageRequest("GET", "letters/new", Map.of()))))
                .contains("value=\"王芳\"", "您已登录");
        pages.serve(
                citizen,
                new PageRequest(
                        "POST",
                        "letters/new",
                        Map.of("type", "help", "title", TITLE, "text", "内容", "name", "王芳", "contact", "13800000000")));

        assertThat(html(pages.serve(citizen, new PageRequest("GET", "letters/mine", Map.of()))))
                .contains(TITLE, "待处理");
        long id = letters.own(citizen, Long.MAX_VALUE, 1).get(0).id();
        assertThat(html(pages.serve(citizen, new PageRequest("GET", "letters/mine/" + id, Map.of()))))
                .contains(TITLE, "返回我的来信");
        assertThat(catchThrowableOfType(Problem.class, () -> get("letters/mine", Map.of()))
                        .status())
                .isEqualTo(401);
        assertThat(catchThrowableOfType(Problem.class, () -> get("letters/mine/" + id, Map.of()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aRefusedLetterComesBackWithItsInputAndTheErrorBesideTheField() {
        PageResult.Invalid invalid = (PageResult.Invalid) post(Map.of(
                "type", "complaint", "title", "太短", "text", "<b>内容</b>", "name", "\"张三\"", "contact", "13800000000"));

        assertThat(invalid.problem().code()).isEqualTo("letter_title_length");
        assertThat(html(invalid))
                .contains("<div class=\"field invalid\">\n<label for=\"title\">")
                .contains("aria-invalid=\"true\" aria-describedby=\"title-error title-hint\"")
                .contains("<p class=\"field-error\" id=\"title-error\">错在这里</p>")
                .contains("<option value=\"complaint\" selected>")
                .contains("value=\"太短\"")
                .contains("&lt;b&gt;内容&lt;/b&gt;</textarea>")
                .contains("value=\"&quot;张三&quot;\"")
                .doesNotContain("<b>");
        assertThat(letters.tally(guiyang)).isEmpty();
    }

    @Test
    void onlyPublishedLettersAreShownToEverybody() {
        long id = sent("<script>alert(1)</script>");
        letters.answer(guiyang, id, "已经办理。", OptionalInt.empty());

        assertThat(refused("letters/" + id).status()).isEqualTo(404);
        assertThat(html(get("letters", Map.of()))).contains("还没有公开的来信");

        letters.publish(guiyang, id);
        View view = (View) get("letters/" + id, Map.of());
        assertThat(view.title()).isEqualTo("<script>alert(1)</script>");
        assertThat(html(view)).contains("<p>已经办理。</p>").doesNotContain("张三");
        for (String list : new String[] {"", "letters"}) {
            assertThat(html(get(list, Map.of())))
                    .contains("/sites/5201000001/plugins/interaction/letters/" + id)
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script");
        }
        assertThat(html(new LatestLetters(letters, Clock.systemUTC()).block(guiyang)))
                .contains("letters/" + id)
                .contains("我要写信", "查询来信", "更多");
    }

    @Test
    void theListIsPagedByNumber() {
        for (int i = 0; i < 21; i++) {
            long id = sent(TITLE + "第" + i + "次");
            letters.answer(guiyang, id, "已经办理。", OptionalInt.empty());
            letters.publish(guiyang, id);
        }

        assertThat(html(get("letters", Map.of()))).contains("第 1 页，共 2 页", "letters?page=2", "第20次");
        assertThat(html(get("letters", Map.of("page", "2")))).contains("第 2 页，共 2 页", "letters?page=1", "第0次");
        assertThat(catchThrowableOfType(Problem.class, () -> get("letters", Map.of("page", "3")))
                        .status())
                .isEqualTo(404);
        assertThat(catchThrowableOfType(Problem.class, () -> get("letters", Map.of("page", "x")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aWrongOrUnknownCodeBringsTheFormBack() {
        for (String code : new String[] {"", "123", "0123456789"}) {
            PageResult.Invalid invalid = (PageResult.Invalid) get("letters/query", Map.of("code", code));
            assertThat(invalid.problem().status()).isEqualTo(code.length() == 10 ? 404 : 400);
            assertThat(html(invalid)).contains("id=\"code-error\"", "value=\"" + code + "\"");
        }
        assertThat(html(get("letters/query", Map.of()))).doesNotContain("field-error");
    }

    @Test
    void unknownPagesAndFormsElsewhereAreRefused() {
        assertThat(refused("nothing").status()).isEqualTo(404);
        assertThat(refused("letters/../1").status()).isEqualTo(404);
        assertThat(refused("letters/99999999999999999999").status()).isEqualTo(404);
        PageRequest post = new PageRequest("POST", "letters", Map.of());
        assertThat(catchThrowableOfType(Problem.class, () -> pages.serve(guiyang, post))
                        .status())
                .isEqualTo(405);
    }

    private long sent(String title) {
        LetterDraft draft =
                LetterDraft.typed("help", title.substring(0, Math.min(25, title.length())), "内容", "张三", "13800000000");
        return letters.byCode(guiyang, letters.send(guiyang, draft)).id();
    }

    private PageResult get(String path, Map<String, String> parameters) {
        return pages.serve(guiyang, new PageRequest("GET", path, parameters));
    }

    private PageResult post(Map<String, String> form) {
        return pages.serve(guiyang, new PageRequest("POST", "letters/new", form));
    }

    private Problem refused(String path) {
        return catchThrowableOfType(Problem.class, () -> get(path, Map.of()));
    }

    private String html(PageResult result) {
        return switch (result.getClass().getSimpleName()) {
            case "View" -> render((View) result, Optional.empty());
            case "Invalid" ->
                render(((PageResult.Invalid) result).view(), Optional.of(((PageResult.Invalid) result).problem()));
            default -> throw new AssertionError(result);
        };
    }

    // as the platform renders it
    private String render(View view, Optional<Problem> problem) {
        Map<String, Object> model = new HashMap<>(view.model());
        model.put("base", guiyang.pageUrl(""));
        model.put("site", Map.of("code", guiyang.site().value(), "name", guiyang.siteName()));
        problem.ifPresent(refusal -> model.put(
                "problem", Map.of("text", "错在这里", "field", refusal.field().orElse(""))));
        StringWriter out = new StringWriter();
        try {
            pebble.getTemplate(view.template()).evaluate(out, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static ClasspathLoader prefixed(ClasspathLoader loader) {
        loader.setPrefix("JUTONG-INF/templates");
        return loader;
    }
}
