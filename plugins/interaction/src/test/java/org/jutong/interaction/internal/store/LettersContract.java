package org.jutong.interaction.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jutong.interaction.Letter;
import org.jutong.interaction.LetterDraft;
import org.jutong.interaction.LetterState;
import org.jutong.interaction.PublishedPlace;
import org.jutong.interaction.QueryCode;
import org.jutong.persistence.testing.TestStores;
import org.jutong.plugin.Actor;
import org.jutong.plugin.InspectionFacts.Facts;
import org.jutong.plugin.InspectionFacts.WaitingLetter;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.data.SiteStore;

/** What letters do on every database. */
abstract class LettersContract {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00.123456789Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneId.of("Asia/Shanghai"));

    private final SiteContext guiyang = TestStores.site("5201000001", "interaction", new Actor("editor-guiyang", "编辑"));
    private final SiteContext zunyi = TestStores.site("5203000001", "interaction", new Actor("editor-zunyi", "编辑"));

    private final List<String> shown = new ArrayList<>();
    private TestStores stores;
    private SiteStore store;
    private JpaLetters letters;
    private LetterData data;

    abstract TestStores open();

    @BeforeEach
    void openStores() {
        stores = open();
        store = stores.siteStore("interaction");
        letters = new JpaLetters(store, CLOCK);
        data = new LetterData(
                letters,
                store,
                (site, person, record, purpose) -> shown.add(person + " " + record + " " + purpose),
                CLOCK);
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void anInspectionIsToldOfTheUnansweredLettersOfTheSiteAlone() {
        LetterFacts facts = new LetterFacts(store);
        assertThat(facts.facts(guiyang)).isEqualTo(new Facts(Optional.of(List.of()), Optional.empty()));
        long answered = letters.byCode(guiyang, letters.send(guiyang, draft("已答复的来信标题一二", "文")))
                .id();
        long waiting = letters.byCode(guiyang, letters.send(guiyang, draft("未答复的来信标题一二", "文")))
                .id();
        letters.send(zunyi, draft("别的网站的来信标题一二", "文"));

        letters.answer(guiyang, answered, "答复", OptionalInt.empty());
        assertThat(facts.facts(guiyang).unanswered())
                .contains(List.of(new WaitingLetter(
                        Long.toString(waiting), "suggestion", Instant.parse("2026-03-02T04:00:00.123Z"))));
        assertThat(facts.facts(guiyang).updated()).isEmpty();
        letters.publish(guiyang, answered);
        assertThat(facts.facts(guiyang).updated()).contains(Instant.parse("2026-03-02T04:00:00.123Z"));
        assertThat(facts.facts(zunyi).unanswered().orElseThrow()).hasSize(1);
        assertThat(facts.facts(zunyi).updated()).isEmpty();
    }

    @Test
    void aLetterIsFollowedUpByItsCode() {
        QueryCode code = letters.send(guiyang, draft("\uD842\uDFB7".repeat(25), "第一段\n第二段"));

        Letter letter = letters.byCode(guiyang, code);
        assertThat(letter.title()).isEqualTo("\uD842\uDFB7".repeat(25));
        assertThat(letter.text()).isEqualTo("第一段\n第二段");
        assertThat(letter.contact()).isEqualTo("13800000000");
        assertThat(letter.state()).isEqualTo(LetterState.PENDING);
        assertThat(letter.created()).isEqualTo(Instant.parse("2026-03-02T04:00:00.123Z"));
        assertThat(letter.answer()).isEmpty();
        assertThat(letters.find(guiyang, letter.id())).isEqualTo(letter);
    }

    @Test
    void theLongestLetterAndAnswerAreKeptWhole() {
        Letter letter = sent(guiyang, draft("\uD842\uDFB7".repeat(25), "\uD842\uDFB7".repeat(600)));
        Letter answered = letters.answer(guiyang, letter.id(), "\uD842\uDFB7".repeat(3000), OptionalInt.empty());

        assertThat(letters.find(guiyang, letter.id())).isEqualTo(answered);
    }

    @Test
    void aCodeThatIsTakenIsDrawnAgain() {
        JpaLetters sameDice = new JpaLetters(store, CLOCK, new Random(7));
        JpaLetters sameDiceAgain = new JpaLetters(store, CLOCK, new Random(7));

        QueryCode first = sameDice.send(guiyang, draft());
        QueryCode second = sameDiceAgain.send(guiyang, draft());

        assertThat(second).isNotEqualTo(first);
        assertThat(data.footprint(guiyang)).isEqualTo(2);
    }

    @Test
    void lettersSentAtTheSameMomentAllArrive() {
        long codes = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> letters.send(i % 2 == 0 ? guiyang : zunyi, draft()))
                .distinct()
                .count();

        assertThat(codes).isEqualTo(40);
        assertThat(data.footprint(guiyang)).isEqualTo(20);
        assertThat(data.footprint(zunyi)).isEqualTo(20);
    }

    @Test
    void aLetterIsAnsweredThenPublishedAndThenStays() {
        long id = sent(guiyang).id();

        assertThat(refused(() -> letters.publish(guiyang, id)).code()).isEqualTo("letter_not_answered");
        assertThat(refused(() -> letters.findPublished(guiyang, id)).status()).isEqualTo(404);

        Letter answered = letters.answer(guiyang, id, " 您好：\r\n已经办理。 ", OptionalInt.empty());
        assertThat(answered.state()).isEqualTo(LetterState.ANSWERED);
        assertThat(answered.answer().orElseThrow().text()).isEqualTo("您好：\n已经办理。");
        assertThat(answered.answer().orElseThrow().by()).isEqualTo("editor-guiyang");

        Letter published = letters.publish(guiyang, id);
        assertThat(letters.findPublished(guiyang, id)).isEqualTo(published);
        assertThat(refused(() -> letters.publish(guiyang, id)).code()).isEqualTo("letter_already_published");
        assertThat(refused(() -> letters.answer(guiyang, id, "再改", OptionalInt.empty()))
                        .code())
                .isEqualTo("letter_already_published");
    }

    @Test
    void anAnswerToALetterThatChangedMeanwhileIsRefused() {
        Letter read = sent(guiyang);
        letters.answer(guiyang, read.id(), "第一位编辑的答复", OptionalInt.of(read.version()));

        Problem problem = refused(() -> letters.answer(guiyang, read.id(), "第二位编辑的答复", OptionalInt.of(read.version())));
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("letter_changed_meanwhile");
        assertThat(letters.find(guiyang, read.id()).answer().orElseThrow().text())
                .isEqualTo("第一位编辑的答复");
    }

    @Test
    void anAnswerIsNeitherEmptyNorTooLong() {
        long id = sent(guiyang).id();

        assertThat(refused(() -> letters.answer(guiyang, id, null, OptionalInt.empty()))
                        .code())
                .isEqualTo("letter_answer_missing");
        assertThat(refused(() -> letters.answer(guiyang, id, "字".repeat(3001), OptionalInt.empty()))
                        .code())
                .isEqualTo("letter_answer_length");
        assertThat(letters.find(guiyang, id).state()).isEqualTo(LetterState.PENDING);
    }

    @Test
    void listsAreReadPortionByPortion() {
        List<Long> ids = List.of(published(guiyang), published(guiyang), published(guiyang));
        sent(guiyang);

        List<Letter> newest = letters.newest(guiyang, Optional.of(LetterState.PUBLISHED), ids.get(2), 1);
        assertThat(newest).extracting(Letter::id).containsExactly(ids.get(1));

        Letter latest = letters.published(guiyang, Optional.empty(), 1).get(0);
        PublishedPlace place = new PublishedPlace(latest.publishedAt().orElseThrow(), latest.id());
        assertThat(letters.published(guiyang, Optional.of(PublishedPlace.of(place.toString())), 9))
                .extracting(Letter::id)
                .containsExactly(ids.get(1), ids.get(0));
        assertThat(letters.publishedFrom(guiyang, 1, 1)).extracting(Letter::id).containsExactly(ids.get(1));
        assertThat(letters.tally(guiyang)).isEqualTo(Map.of(LetterState.PUBLISHED, 3L, LetterState.PENDING, 1L));
    }

    @Test
    void noSiteReachesAnothersLettersOnAnyWay() throws IOException {
        QueryCode code = letters.send(guiyang, draft());
        long id = letters.byCode(guiyang, code).id();

        assertThat(refused(() -> letters.byCode(zunyi, code)).code()).isEqualTo("letter_not_found");
        assertThat(refused(() -> letters.find(zunyi, id)).code()).isEqualTo("letter_not_found");
        assertThat(refused(() -> letters.answer(zunyi, id, "不该写上", OptionalInt.empty()))
                        .code())
                .isEqualTo("letter_not_found");
        letters.answer(guiyang, id, "已经办理。", OptionalInt.empty());
        assertThat(refused(() -> letters.publish(zunyi, id)).code()).isEqualTo("letter_not_found");
        letters.publish(guiyang, id);
        assertThat(refused(() -> letters.findPublished(zunyi, id)).code()).isEqualTo("letter_not_found");
        assertThat(letters.newest(zunyi, Optional.empty(), Long.MAX_VALUE, 100)).isEmpty();
        assertThat(letters.published(zunyi, Optional.empty(), 100)).isEmpty();
        assertThat(letters.published(zunyi, Optional.of(new PublishedPlace(NOON.plusSeconds(9), 9)), 100))
                .isEmpty();
        assertThat(letters.publishedFrom(zunyi, 0, 100)).isEmpty();
        assertThat(letters.tally(zunyi)).isEmpty();
        assertThat(data.footprint(zunyi)).isZero();
        assertThat(exported(zunyi)).isEmpty();

        data.purge(zunyi);
        assertThat(letters.find(guiyang, id).answer().orElseThrow().by()).isEqualTo("editor-guiyang");
    }

    @Test
    void aPurgeTakesAllOfTheSiteAndNothingElse() {
        sent(guiyang);
        sent(guiyang);
        Letter other = sent(zunyi);

        data.purge(guiyang);
        data.purge(guiyang);

        assertThat(data.footprint(guiyang)).isZero();
        assertThat(letters.find(zunyi, other.id())).isEqualTo(other);
    }

    @Test
    void anExportIsToldToEverybodyWhoseLetterIsInIt() throws IOException {
        Letter first = sent(guiyang);
        Letter own = letters.byCode(guiyang, letters.send(as("citizen:17"), draft()));

        exported(guiyang);

        assertThat(shown)
                .containsExactly(
                        "citizen:17 来信 No. " + own.id() + "（2026-03-02） 导出来信",
                        "13800000000 来信 No. " + first.id() + "（2026-03-02） 导出来信");
    }

    @Test
    void aCitizenFindsTheirOwnLettersAndNobodyElses() {
        sent(guiyang);
        letters.send(as("citizen:18"), draft());
        Letter mine = letters.byCode(guiyang, letters.send(as("citizen:17"), draft()));

        assertThat(mine.citizen()).contains("citizen:17");
        assertThat(letters.own(as("citizen:17"), Long.MAX_VALUE, 10)).containsExactly(mine);
        assertThat(letters.own(as("citizen:17"), mine.id(), 10)).isEmpty();
        assertThat(letters.findOwn(as("citizen:17"), mine.id())).isEqualTo(mine);
        assertThat(refused(() -> letters.findOwn(as("citizen:18"), mine.id())).code())
                .isEqualTo("letter_not_found");
        assertThat(refused(() -> letters.own(guiyang, Long.MAX_VALUE, 10)).code())
                .as("staff have none of their own")
                .isEqualTo("citizens_only");
        assertThat(refused(() -> letters.own(as(""), Long.MAX_VALUE, 10)).code())
                .isEqualTo("not_signed_in");
        SiteContext elsewhere = TestStores.site("5203000001", "interaction", new Actor("citizen:17", "张三"));
        assertThat(letters.own(elsewhere, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void aLetterThatStaffWriteOnThePortalIsNobodysOwn() {
        assertThat(sent(guiyang).citizen()).isEmpty();
    }

    private static SiteContext as(String citizen) {
        return TestStores.site("5201000001", "interaction", new Actor(citizen, "张三"));
    }

    @Test
    void anExportIsOneLetterALine() throws IOException {
        Letter first = sent(guiyang, draft("标题里有\"引号\"和反斜杠\\", "第一段\n第二段"));
        published(guiyang);

        String[] lines = exported(guiyang).split("\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).contains("\"answer\":\"已经办理。\"").contains("\"publishedAt\":\"2026-03-02T04:00:00.123Z\"");
        assertThat(lines[1])
                .startsWith("{\"id\":\"" + first.id() + "\"")
                .contains("\"title\":\"标题里有\\\"引号\\\"和反斜杠\\\\\"")
                .contains("\"text\":\"第一段\\u000a第二段\"")
                .endsWith("}");
    }

    private String exported(SiteContext site) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        data.export(site, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private long published(SiteContext site) {
        long id = sent(site).id();
        letters.answer(site, id, "已经办理。", OptionalInt.empty());
        return letters.publish(site, id).id();
    }

    private Letter sent(SiteContext site) {
        return sent(site, draft());
    }

    private Letter sent(SiteContext site, LetterDraft draft) {
        return letters.byCode(site, letters.send(site, draft));
    }

    private static LetterDraft draft() {
        return draft("关于公交线路延伸的建议", "希望公交车开到新区。");
    }

    private static LetterDraft draft(String title, String text) {
        return LetterDraft.typed("suggestion", title, text, "张三", "13800000000");
    }

    private static Problem refused(ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call);
    }
}
