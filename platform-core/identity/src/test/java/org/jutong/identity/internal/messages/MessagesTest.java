package org.jutong.identity.internal.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.refusal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.identity.internal.TestClock;

/** The way that messages take, and the gateway with whatever it answers. */
class MessagesTest {

    private static final String MOBILE = "13800000000";
    private static final int SILENCE = 0;

    @TempDir
    Path folder;

    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/send", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        int status = answers.remove();
        if (status == SILENCE) {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.sendResponseHeaders(status == SILENCE ? 200 : status, -1);
        exchange.close();
    }

    private GatewayChannel gateway(Duration timeout) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/send");
        return new GatewayChannel(Optional.of(address), Optional.of("secret"), timeout);
    }

    private static Messages through(GatewayChannel gateway) {
        Messages messages = new Messages();
        messages.bindChannel(gateway, new Rank(-100));
        return messages;
    }

    @Test
    void theGatewayGetsNumberTextAndToken() throws IOException {
        answers.add(202);

        through(gateway(Duration.ofSeconds(5))).send(MOBILE, "验证码 \"123456\"");

        assertThat(new ObjectMapper().readTree(bodies.get(0)))
                .isEqualTo(
                        new ObjectMapper().createObjectNode().put("to", MOBILE).put("text", "验证码 \"123456\""));
        assertThat(tokens).containsExactly("Bearer secret");
    }

    @Test
    void aGatewayThatFailsIsAskedOnceMoreForTheSame() {
        answers.addAll(List.of(500, 200));

        through(gateway(Duration.ofSeconds(5))).send(MOBILE, "text");

        assertThat(bodies).hasSize(2);
        assertThat(keys.get(0)).isNotBlank().isEqualTo(keys.get(1));
    }

    @Test
    void aGatewayThatGoesOnFailingIsReported() {
        answers.addAll(List.of(500, 503));
        Messages messages = through(gateway(Duration.ofSeconds(5)));

        assertThat(refusal(() -> messages.send(MOBILE, "text")).code()).isEqualTo("message_not_sent");
        assertThat(bodies).hasSize(2);
    }

    @Test
    void aGatewayThatRefusesIsNotAskedAgain() {
        answers.add(403);
        Messages messages = through(gateway(Duration.ofSeconds(5)));

        assertThat(refusal(() -> messages.send(MOBILE, "text")).status()).isEqualTo(503);
        assertThat(bodies).hasSize(1);
    }

    @Test
    void aGatewayThatDoesNotAnswerIsNotWaitedForForEver() {
        answers.addAll(List.of(SILENCE, SILENCE));
        Messages messages = through(gateway(Duration.ofMillis(200)));

        assertThat(refusal(() -> messages.send(MOBILE, "text")).code()).isEqualTo("message_not_sent");
    }

    @Test
    void aGatewayReachesMobileNumbersOnlyAndNothingWithoutAnAddress() {
        assertThat(gateway(Duration.ofSeconds(1)).reaches("zhang@example.org")).isFalse();
        assertThat(new GatewayChannel(Optional.empty(), Optional.empty(), Duration.ofSeconds(1)).reaches(MOBILE))
                .isFalse();
        Assertions.assertThatThrownBy(() -> GatewayChannel.address("ftp://example.org"))
                .isInstanceOf(IllegalStateException.class);
        Assertions.assertThatThrownBy(() -> GatewayChannel.address("not an address"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theHighestRankingThatReachesTheAddressIsTaken() {
        Letterbox low = new Letterbox();
        Letterbox high = new Letterbox();
        Messages messages = new Messages();
        messages.bindChannel(low, new Rank(-5));
        messages.bindChannel(high, new Rank(5));
        messages.bindChannel(
                new GatewayChannel(Optional.empty(), Optional.empty(), Duration.ofSeconds(1)), new Rank(50));

        messages.send(MOBILE, "text");

        assertThat(high.sent()).hasSize(1);
        assertThat(low.sent()).isEmpty();
        messages.unbindChannel(new Rank(5));
        messages.send(MOBILE, "text");
        assertThat(low.sent()).hasSize(1);
    }

    @Test
    void withoutAnyWayAMessageIsNotSilentlyLost() {
        assertThat(refusal(() -> new Messages().send(MOBILE, "text")).code()).isEqualTo("message_not_sent");
        Letterbox broken = new Letterbox();
        broken.breakDown();
        assertThat(refusal(() -> broken.messages().send(MOBILE, "text")).code()).isEqualTo("message_not_sent");
    }

    @Test
    void inATrialMessagesLieInAFolderForThePlatformsUserAlone() throws IOException {
        Path outbox = folder.resolve("messages");
        Messages messages = new Messages();
        messages.bindChannel(new OutboxChannel(outbox, true, new TestClock()), new Rank(-1000));

        messages.send(MOBILE, "验证码 123456");

        assertThat(messages.isTrial(MOBILE)).isTrue();
        try (var files = Files.list(outbox)) {
            Path file = files.toList().get(0);
            assertThat(file).hasContent(MOBILE + "\n验证码 123456\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(new OutboxChannel(outbox, false, new TestClock()).reaches(MOBILE))
                .as("with a gateway no code lies about")
                .isFalse();
    }
}
