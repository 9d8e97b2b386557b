package org.jutong.identity.internal.citizens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.Refusals.refusal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestClock;
import org.jutong.identity.internal.citizens.Codes.Purpose;
import org.jutong.identity.internal.citizens.Codes.Wish;
import org.jutong.identity.internal.messages.Letterbox;
import org.jutong.identity.internal.signin.Sealing;
import org.jutong.identity.internal.store.citizens.StoredCode;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;

@ParameterizedClass
@EnumSource(Databases.class)
class CodesTest {

    private static final String HERE = "10.0.0.1";
    private static final String WRONG = "verification_code_wrong";

    @Parameter
    Databases database;

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private final Letterbox letterbox = new Letterbox();
    private Store store;
    private Codes codes;

    @BeforeEach
    void start() {
        store = database.empty();
        codes = new Codes(
                store, letterbox.messages(), new KeyedHash(new Sealing(Optional.empty(), data)), new Words(), clock, 8);
    }

    private static Wish wish(String mobile, boolean opens) {
        return new Wish(Purpose.REGISTER, new Mobile(mobile), opens, null, "张三", "hash");
    }

    private String issue() {
        return codes.issue(wish("13800000000", true), HERE);
    }

    private String other(String code) {
        return code.equals("111111") ? "222222" : "111111";
    }

    @Test
    void theCodeOfTheMessageOpensWhatWasAskedFor() {
        String ticket = issue();

        StoredCode code = codes.redeem(Purpose.REGISTER, ticket, letterbox.code());

        assertThat(letterbox.last()).startsWith("13800000000 message.register ");
        assertThat(code.mobile()).isEqualTo("13800000000");
        assertThat(code.name()).isEqualTo("张三");
    }

    @Test
    void digitsMayBeTypedFullWidthAndWithSpaces() {
        String ticket = issue();
        String code = letterbox.code();
        StringBuilder wide = new StringBuilder(" ");
        code.chars().forEach(digit -> wide.append((char) (digit - '0' + '０')).append(' '));

        assertThat(codes.redeem(Purpose.REGISTER, ticket, wide.toString())).isNotNull();
    }

    @Test
    void neitherTicketNorCodeIsInTheDatabase() {
        String ticket = issue();
        String code = letterbox.code();

        String stored =
                store.read(em -> em.createQuery("SELECT CONCAT(c.ticketHash, c.codeHash) FROM CodeRow c", String.class)
                        .getSingleResult());

        assertThat(stored).hasSize(128).doesNotContain(ticket).doesNotContain(code + code);
    }

    @Test
    void itWorksOnce() {
        String ticket = issue();
        StoredCode first = codes.redeem(Purpose.REGISTER, ticket, letterbox.code());
        StoredCode second = codes.redeem(Purpose.REGISTER, ticket, letterbox.code());
        codes.spend(first);

        assertThat(code(() -> codes.spend(second))).as("two at once").isEqualTo(WRONG);
        assertThat(code(() -> codes.redeem(Purpose.REGISTER, ticket, letterbox.code())))
                .as("replayed")
                .isEqualTo(WRONG);
    }

    @Test
    void itWorksForTenMinutesWhateverTheClockDoes() {
        String ticket = issue();
        clock.pass(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(codes.redeem(Purpose.REGISTER, ticket, letterbox.code())).isNotNull();

        clock.pass(Duration.ofSeconds(1));

        assertThat(code(() -> codes.redeem(Purpose.REGISTER, ticket, letterbox.code())))
                .isEqualTo(WRONG);
        clock.pass(Duration.ofMinutes(-10).minusSeconds(30));
        assertThat(codes.redeem(Purpose.REGISTER, ticket, letterbox.code()))
                .as("another node's clock is half a minute late")
                .isNotNull();
        clock.pass(Duration.ofHours(-1));
        assertThat(code(() -> codes.redeem(Purpose.REGISTER, ticket, letterbox.code())))
                .as("a clock set back")
                .isEqualTo(WRONG);
    }

    @Test
    void fiveWrongOnesSpendIt() {
        String ticket = issue();
        for (int i = 0; i < 5; i++) {
            assertThat(code(() -> codes.redeem(Purpose.REGISTER, ticket, other(letterbox.code()))))
                    .isEqualTo(WRONG);
        }

        assertThat(code(() -> codes.redeem(Purpose.REGISTER, ticket, letterbox.code())))
                .isEqualTo(WRONG);
    }

    @Test
    void itWorksWithItsOwnTicketAndForItsOwnPurposeAlone() {
        String mine = issue();
        String myCode = letterbox.code();
        clock.pass(Duration.ofMinutes(1));
        String strangers = issue();
        String strangersCode = letterbox.code();

        assertThat(code(() -> codes.redeem(Purpose.RECOVER, mine, myCode))).isEqualTo(WRONG);
        if (!myCode.equals(strangersCode)) {
            assertThat(code(() -> codes.redeem(Purpose.REGISTER, mine, strangersCode)))
                    .as("somebody else's registration with my number is not confirmed by mistake")
                    .isEqualTo(WRONG);
        }
        assertThat(codes.redeem(Purpose.REGISTER, mine, myCode))
                .as("nor is mine spoilt")
                .isNotNull();
        assertThat(strangers).isNotEqualTo(mine);
    }

    @Test
    void badInputIsSimplyWrong() {
        String ticket = issue();

        assertThat(code(() -> codes.redeem(Purpose.REGISTER, null, null))).isEqualTo(WRONG);
        assertThat(code(() -> codes.redeem(Purpose.REGISTER, "x".repeat(1_000_000), "1")))
                .isEqualTo(WRONG);
        assertThat(code(() -> codes.redeem(Purpose.REGISTER, ticket, null))).isEqualTo(WRONG);
        assertThat(code(() -> codes.redeem(Purpose.REGISTER, ticket, "\u0000"))).isEqualTo(WRONG);
        assertThat(code(() -> codes.redeem(Purpose.REGISTER, ticket, "1".repeat(1_000_000))))
                .isEqualTo(WRONG);
    }

    @Test
    void aRequestThatOpensNothingLooksTheSame() {
        String ticket = codes.issue(wish("13800000000", false), HERE);

        assertThat(ticket).hasSize(43);
        assertThat(letterbox.last()).isEqualTo("13800000000 message.register.none");
        assertThat(code(() -> codes.redeem(Purpose.REGISTER, ticket, "-"))).isEqualTo(WRONG);
        assertThat(refusal(() -> codes.issue(wish("13800000000", false), HERE)).arguments())
                .containsExactly(61L);
    }

    @Test
    void aNumberGetsOneAMinuteAndFiveAnHour() {
        for (int i = 0; i < 5; i++) {
            issue();
            Problem soon = refusal(this::issue);
            assertThat(soon.code()).isEqualTo("too_many_codes");
            assertThat(soon.status()).isEqualTo(429);
            clock.pass(Duration.ofSeconds(61));
        }

        Problem refusal = refusal(() -> codes.issue(wish("13800000000", true), "10.0.0.2"));

        assertThat((long) refusal.arguments().get(0)).isBetween(3200L, 3400L);
        assertThat(letterbox.sent()).hasSize(5);
        clock.pass(Duration.ofMinutes(56));
        assertThat(issue()).isNotBlank();
    }

    @Test
    void anAddressGetsSoManyAnHourHoweverManyNumbersItNames() {
        for (int i = 0; i < 8; i++) {
            codes.issue(wish("1380000000" + i, true), HERE);
        }

        assertThat(code(() -> codes.issue(wish("13900000000", true), HERE))).isEqualTo("too_many_codes");
        assertThat(codes.issue(wish("13900000000", true), "10.0.0.2")).isNotBlank();
    }

    @Test
    void anotherCodeReplacesTheFirst() {
        String first = issue();
        String firstCode = letterbox.code();
        assertThat(code(() -> codes.reissue(first, HERE))).isEqualTo("too_many_codes");
        clock.pass(Duration.ofMinutes(1));

        String second = codes.reissue(first, HERE);

        assertThat(code(() -> codes.redeem(Purpose.REGISTER, first, firstCode))).isEqualTo(WRONG);
        assertThat(codes.redeem(Purpose.REGISTER, second, letterbox.code()).name())
                .isEqualTo("张三");
        assertThat(code(() -> codes.reissue("no such ticket", HERE))).isEqualTo(WRONG);
    }

    @Test
    void whatCannotBeSentCountsAllTheSame() {
        letterbox.breakDown();

        assertThat(code(this::issue)).isEqualTo("message_not_sent");
        assertThat(code(this::issue)).isEqualTo("too_many_codes");
    }
}
