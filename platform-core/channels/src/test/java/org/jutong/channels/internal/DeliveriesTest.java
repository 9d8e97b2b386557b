package org.jutong.channels.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.channels.internal.Province.CITY;
import static org.jutong.channels.internal.Province.EDITOR;
import static org.jutong.channels.internal.Province.SITE;
import static org.jutong.channels.internal.Province.STRANGER;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.channels.Channel;
import org.jutong.channels.Channels.Change;
import org.jutong.channels.Delivery;
import org.jutong.channels.Delivery.State;
import org.jutong.channels.Delivery.Step;
import org.jutong.plugin.Problem;

@ParameterizedClass
@ValueSource(booleans = {true, false})
class DeliveriesTest {

    @Parameter
    boolean derby;

    private final Notebook notebook = new Notebook();
    private Province province;
    private Channel channel;

    @BeforeEach
    void open() {
        province = new Province(derby);
        province.offer(notebook);
        channel = province.channel("notebook", "笔记", Map.of("page", "1", "pin", "secret"));
        province.publish(1, "一", SITE);
    }

    @AfterEach
    void close() {
        province.close();
    }

    private void push() {
        province.deliveries.push(EDITOR, 1, List.of());
    }

    @Test
    void whatWasPushedIsCorrectedAndWithdrawnByItself() {
        push();
        push();
        province.run(channel);
        assertThat(province.delivery(1).state()).isEqualTo(State.SENT);
        assertThat(province.delivery(1).receipt()).contains("n1");
        province.publish(1, "一改", SITE);
        province.run(channel);
        province.run(channel);
        province.withdraw(1);
        province.run(channel);
        province.run(channel);
        assertThat(notebook.lines).containsExactly("push 一", "correct n1 一改", "withdraw n2 一改");
        assertThat(province.delivery(1))
                .extracting(Delivery::step, Delivery::state, Delivery::receipt)
                .containsExactly(Step.WITHDRAW, State.SENT, Optional.empty());
        province.publish(1, "又发", SITE);
        province.run(channel);
        assertThat(notebook.lines).hasSize(3);
        push();
        province.run(channel);
        assertThat(notebook.lines).endsWith("push 又发");
    }

    @Test
    void aChannelGetsCompleteAddressesItsSecretsAndOneKeyForEachStep() {
        notebook.before = dispatch -> {
            if (notebook.dispatches.size() == 1) {
                throw new IllegalStateException("boom");
            }
        };
        push();
        province.run(channel);
        assertThat(province.delivery(1).fault().orElseThrow().code()).isEqualTo("channel_failed");
        province.pass(Courier.PAUSES.get(0));
        province.run(channel);
        province.publish(1, "一改", SITE);
        province.run(channel);
        assertThat(notebook.dispatches).hasSize(3);
        assertThat(notebook.dispatches.get(0).key())
                .isEqualTo(notebook.dispatches.get(1).key())
                .isNotEqualTo(notebook.dispatches.get(2).key());
        assertThat(notebook.dispatches.get(0).settings()).containsEntry("pin", "secret");
        assertThat(notebook.dispatches.get(0).toString()).doesNotContain("secret");
        assertThat(notebook.dispatches.get(0).text().body())
                .contains("https://portal.example/sites/5200000001/articles/2");
        assertThat(notebook.dispatches.get(0).text().url())
                .isEqualTo("https://portal.example/sites/5200000001/articles/1");
    }

    @Test
    void aChannelThatIsDownIsTriedWithGrowingPausesAndThenGivenUp() {
        notebook.before = dispatch -> {
            throw Problem.of(503, "channel_unreachable", "notebook.example");
        };
        push();
        for (Duration pause : Courier.PAUSES) {
            province.run(channel);
            assertThat(province.delivery(1).state()).isEqualTo(State.WAITING);
            province.pass(pause.minusSeconds(1));
            province.run(channel);
            province.pass(Duration.ofSeconds(1));
        }
        assertThat(notebook.dispatches).hasSize(Courier.PAUSES.size());
        province.run(channel);
        assertThat(province.delivery(1).state()).isEqualTo(State.DEAD);
        assertThat(province.channels.of(EDITOR, SITE).get(0).standing().dead()).isEqualTo(1);
        assertThat(province.deliveries.in(EDITOR, State.DEAD, Optional.empty(), Optional.empty(), 10))
                .hasSize(1);
        notebook.before = dispatch -> {};
        province.pass(Duration.ofMinutes(1));
        province.deliveries.retry(EDITOR, province.delivery(1).id());
        province.run(channel);
        assertThat(province.delivery(1).state()).isEqualTo(State.SENT);
        refused(
                "delivery_not_dead",
                () -> province.deliveries.retry(EDITOR, province.delivery(1).id()));
    }

    @Test
    void whatAChannelRefusesIsNotTriedAgainAndHoldsUpNoOther() {
        province.publish(2, "二", SITE);
        notebook.before = dispatch -> {
            if (dispatch.text().id() == 1) {
                throw Problem.conflict("channel_cannot_correct");
            }
        };
        push();
        province.deliveries.push(EDITOR, 2, List.of());
        province.run(channel);
        assertThat(province.delivery(1).state()).isEqualTo(State.DEAD);
        assertThat(province.delivery(2).state()).isEqualTo(State.SENT);
        province.deliveries.discard(EDITOR, province.delivery(1).id());
        province.publish(1, "一改", SITE);
        province.run(channel);
        assertThat(province.delivery(1).state()).isEqualTo(State.ENDED);
        province.withdraw(1);
        province.run(channel);
        assertThat(notebook.lines).containsExactly("push 二");
    }

    @Test
    void aCorrectionThatWasLeftDoesNotKeepTheArticleFromBeingTakenBack() {
        push();
        province.run(channel);
        notebook.before = dispatch -> {
            throw Problem.conflict("channel_cannot_correct");
        };
        province.publish(1, "一改", SITE);
        province.run(channel);
        province.deliveries.discard(EDITOR, province.delivery(1).id());
        province.publish(2, "别的", SITE);
        province.publish(1, "一改", SITE);
        province.run(channel);
        assertThat(province.delivery(1).state()).isEqualTo(State.ENDED);
        notebook.before = dispatch -> {};
        province.withdraw(1);
        province.run(channel);
        assertThat(notebook.lines).containsExactly("push 一", "withdraw n1 一改");
    }

    @Test
    void whatIsWithdrawnBeforeItWasSentIsNeverSent() {
        push();
        province.withdraw(1);
        province.run(channel);
        assertThat(notebook.dispatches).isEmpty();
        assertThat(province.delivery(1).state()).isEqualTo(State.ENDED);
    }

    @Test
    void whereNobodyKnowsWhetherItIsThereItIsTakenBackAllTheSame() {
        notebook.before = dispatch -> {
            throw Problem.of(504, "channel_timeout", 20);
        };
        push();
        province.run(channel);
        notebook.before = dispatch -> {};
        province.withdraw(1);
        province.pass(Duration.ofMinutes(1));
        province.run(channel);
        assertThat(notebook.lines).containsExactly("withdraw ? 一");
    }

    @Test
    void whatChangesWhileItIsOnItsWayIsTheNextStep() {
        notebook.before = dispatch -> {
            notebook.before = any -> {};
            province.publish(1, "途中改", SITE);
            province.loop.follow();
        };
        push();
        province.run(channel);
        assertThat(notebook.lines).containsExactly("push 一", "correct n1 途中改");
    }

    @Test
    void aChannelThatHangsIsGivenUpOnAndAnotherNodeDoesNotSendMeanwhile() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        province.restart(Duration.ofMillis(200));
        notebook.before = dispatch -> {
            province.anotherNode(Duration.ofSeconds(5)).deliver(channel.id());
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        push();
        province.run(channel);
        assertThat(province.delivery(1).fault().orElseThrow().code()).isEqualTo("channel_timeout");
        assertThat(notebook.dispatches).hasSize(1);
    }

    @Test
    void whatANodeLeftWhenItDiedIsSentByAnotherOnceItsHoldEnds() {
        push();
        assertThat(new org.jutong.channels.internal.store.ChannelRows(province.database.store())
                        .hold(channel.id(), province.millis(), province.millis() + 60_000))
                .isTrue();
        province.run(channel);
        assertThat(notebook.lines).isEmpty();
        province.pass(Duration.ofMinutes(1));
        province.run(channel);
        assertThat(notebook.lines).containsExactly("push 一");
    }

    @Test
    void whatHappenedWhileThePlatformStoodStillIsMadeUpFor() {
        push();
        province.run(channel);
        province.publish(1, "停机时改", SITE);
        province.restart(Duration.ofSeconds(5));
        province.run(channel);
        province.forgetful = true;
        province.withdraw(1);
        province.restart(Duration.ofSeconds(5));
        province.run(channel);
        assertThat(notebook.lines).containsExactly("push 一", "correct n1 停机时改", "withdraw n2 停机时改");
    }

    @Test
    void aChannelCarriesWhatItsSiteShows() {
        Channel city = province.channels.add(
                EDITOR,
                CITY,
                "notebook",
                new Change(Optional.of("市"), Optional.empty(), Optional.of(Map.of("page", "2"))));
        refused("article_not_on_site", () -> province.deliveries.push(EDITOR, 1, List.of(city.id())));
        province.publish(1, "一", SITE, CITY);
        province.deliveries.push(EDITOR, 1, List.of(city.id()));
        province.run(city);
        province.publish(1, "一", SITE);
        province.run(city);
        assertThat(notebook.lines).containsExactly("push 一", "withdraw n1 一");
    }

    @Test
    void whatIsForAChannelThatIsSwitchedOffWaits() {
        push();
        Channel off = province.channels.change(
                EDITOR, SITE, channel.id(), new Change(Optional.empty(), Optional.of(false), Optional.empty()));
        province.run(off);
        assertThat(notebook.lines).isEmpty();
        assertThat(province.channels.of(EDITOR, SITE).get(0).standing().waiting())
                .isEqualTo(1);
        province.channels.change(
                EDITOR, SITE, channel.id(), new Change(Optional.empty(), Optional.of(true), Optional.empty()));
        province.run(channel);
        assertThat(notebook.lines).containsExactly("push 一");
    }

    @Test
    void pushesThatCannotBeAreRefused() {
        refused("article_not_found", () -> province.deliveries.push(EDITOR, 9, List.of()));
        refused("channel_not_found", () -> province.deliveries.push(EDITOR, 1, List.of(999L)));
        refused("forbidden", () -> province.deliveries.push(STRANGER, 1, List.of()));
        refused("delivery_not_found", () -> province.deliveries.retry(EDITOR, 999));
        province.channels.change(
                EDITOR, SITE, channel.id(), new Change(Optional.empty(), Optional.of(false), Optional.empty()));
        refused("channels_missing", () -> province.deliveries.push(EDITOR, 1, List.of()));
        refused("channel_disabled", () -> province.deliveries.push(EDITOR, 1, List.of(channel.id())));
        province.withdraw(1);
        refused("article_not_published", () -> province.deliveries.push(EDITOR, 1, List.of(channel.id())));
    }

    @Test
    void settingsAreCheckedSecretsAreSealedAndStayUnlessTheyAreGivenAnew() {
        refused("channel_kind_not_found", () -> province.channel("fax", "传真", Map.of()));
        refused("channel_setting_missing", () -> province.channel("notebook", "二", Map.of("pin", "1")));
        refused("channel_setting_unknown", () -> province.channel("notebook", "二", Map.of("page", "1", "x", "1")));
        refused("channel_setting_invalid", () -> province.channel("notebook", "二", Map.of("page", "1\r\nX: y")));
        refused("channel_setting_too_long", () -> province.channel("notebook", "二", Map.of("page", "1".repeat(1001))));
        refused("page_bad", () -> province.channel("notebook", "二", Map.of("page", "bad")));
        refused("channel_exists", () -> province.channel("notebook", "笔记", Map.of("page", "1")));
        refused("channel_name_missing", () -> province.channel("notebook", " ", Map.of("page", "1")));
        Channel changed = province.channels.change(
                EDITOR,
                SITE,
                channel.id(),
                new Change(Optional.of("新名"), Optional.empty(), Optional.of(Map.of("page", "7"))));
        assertThat(changed.settings()).isEqualTo(Map.of("page", "7"));
        assertThat(changed.secrets()).containsExactly("pin");
        assertThatThrownBy(() -> province.channels.probe(EDITOR, SITE, channel.id()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
        push();
        province.run(channel);
        assertThat(notebook.dispatches.get(0).settings()).isEqualTo(Map.of("page", "7", "pin", "secret"));
        refused("channel_not_found", () -> province.channels.remove(EDITOR, CITY, channel.id()));
        refused("forbidden", () -> province.channels.remove(STRANGER, SITE, channel.id()));
        province.channels.remove(EDITOR, SITE, channel.id());
        assertThat(province.deliveries.of(EDITOR, 1)).isEmpty();
        assertThat(province.recorded).noneMatch(event -> event.toString().contains("secret"));
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
