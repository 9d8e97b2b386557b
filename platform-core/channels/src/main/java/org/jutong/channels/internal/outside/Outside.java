package org.jutong.channels.internal.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Calls to other systems: no redirects, an answer of at most 256 KB, and an end to waiting. Thread-safe.
 */
@Component(service = Outside.class)
public final class Outside {

    private static final int LARGEST = 256 * 1024;

    private final Addresses addresses;
    private final Duration patience;
    private final HttpClient client;
    private final ObjectMapper json = new ObjectMapper();

    @Activate
    public Outside() {
        this(Addresses.fromEnvironment(), Duration.ofSeconds(20));
    }

    Outside(Addresses addresses, Duration patience) {
        this.addresses = addresses;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    /** One that may call these hosts besides, and waits this long. */
    public static Outside allowing(String hosts, Duration patience) {
        return new Outside(Addresses.of(hosts), patience);
    }

    /**
     * What a system answered.
     *
     * @param status 200 to 599
     */
    public record Answer(int status, String body) {}

    /** @throws Problem {@code channel_address_invalid}, {@code channel_address_refused} (400), naming the field */
    public URI parse(String field, String address) {
        return addresses.parse(field, address);
    }

    /**
     * Posts, and returns an answer with a status of the 200s.
     *
     * @throws Problem {@code channel_unreachable}, {@code channel_timeout}, {@code channel_failing}, {@code channel_busy} where it
     *     is worth trying again, {@code channel_refused} where it is not
     */
    public Answer post(URI address, Map<String, String> headers, String type, String body) {
        Answer answer = ask(address, headers, type, body);
        if (answer.status() / 100 != 2) {
            throw Problem.conflict("channel_refused", answer.status());
        }
        return answer;
    }

    /**
     * {@link #post}, where the body of a refusal says more than its status.
     *
     * @return what was answered with a status below 500 that is no reason to try again
     */
    public Answer ask(URI address, Map<String, String> headers, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", type)
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(address, request.build());
    }

    /** The answer's JSON object; @throws Problem {@code channel_answer_invalid} (502) where it is none */
    public JsonNode object(Answer answer) {
        try {
            JsonNode node = json.readTree(answer.body());
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // said below, without what was answered
        }
        throw Problem.of(502, "channel_answer_invalid");
    }

    /** JSON of a value. */
    public String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer send(URI address, HttpRequest request) {
        addresses.requireOutside(address);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> call = client.sendAsync(
                request,
                BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> {
                    if (read.size() <= LARGEST) {
                        read.writeBytes(bytes);
                    }
                })));
        int status;
        try {
            status = call.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (TimeoutException e) {
            call.cancel(true);
            throw Problem.of(504, "channel_timeout", patience.toSeconds());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof java.net.http.HttpTimeoutException
                    ? Problem.of(504, "channel_timeout", patience.toSeconds())
                    : Problem.of(503, "channel_unreachable", address.getHost());
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw Problem.of(503, "channel_interrupted");
        }
        if (status == 408 || status == 425 || status >= 500) {
            throw Problem.of(502, "channel_failing", status);
        }
        if (status == 429) {
            throw Problem.of(429, "channel_busy");
        }
        if (read.size() > LARGEST) {
            throw Problem.of(502, "channel_answer_invalid");
        }
        return new Answer(status, read.toString(StandardCharsets.UTF_8));
    }
}
