package org.jutong.identity.internal.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jutong.plugin.MessageChannel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SMS by an HTTP gateway: {@code POST JUTONG_SMS_URL} with {@code {"to", "text"}}, {@code Authorization: Bearer
 * JUTONG_SMS_TOKEN} where there is one, and an {@code Idempotency-Key} that stays the same when a gateway that failed
 * (5xx, no answer) is asked once more. Any 2xx is success. Reaches mobile numbers, and nothing where no URL is set.
 */
@Component(service = MessageChannel.class)
@ServiceRanking(-100)
public final class GatewayChannel implements MessageChannel {

    static final String URL = "JUTONG_SMS_URL";

    private static final Logger LOG = LoggerFactory.getLogger(GatewayChannel.class);
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final int TRIES = 2;

    private final Optional<URI> gateway;
    private final Optional<String> token;
    private final Duration timeout;
    private final HttpClient client;
    private final ObjectMapper json = new ObjectMapper();

    @Activate
    public GatewayChannel() {
        this(isSet(URL).map(GatewayChannel::address), isSet("JUTONG_SMS_TOKEN"), Duration.ofSeconds(5));
    }

    GatewayChannel(Optional<URI> gateway, Optional<String> token, Duration timeout) {
        this.gateway = gateway;
        this.token = token;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    static Optional<String> isSet(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }

    static URI address(String url) {
        URI address;
        try {
            address = URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(URL + " is not an address.");
        }
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
            throw new IllegalStateException(URL + " must start with https:// or http:// and name a host.");
        }
        if (address.getScheme().equals("http")) {
            LOG.warn("{} is not https: numbers and codes cross the network in the clear", URL);
        }
        return address;
    }

    @Override
    public String id() {
        return "sms";
    }

    @Override
    public boolean reaches(String address) {
        return gateway.isPresent() && MOBILE.matcher(address).matches();
    }

    @Override
    public void send(String address, String text) {
        HttpRequest request = request(address, text);
        for (int i = 1; i <= TRIES; i++) {
            int status = post(request);
            if (status / 100 == 2) {
                return;
            }
            if (status / 100 == 4) {
                break;
            }
        }
        throw Messages.notSent();
    }

    private int post(HttpRequest request) {
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                LOG.warn("The SMS gateway answered {}", status);
            }
            return status;
        } catch (IOException e) {
            LOG.warn("The SMS gateway did not answer: {}", e.toString());
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Messages.notSent();
        }
    }

    private HttpRequest request(String address, String text) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(gateway.orElseThrow())
                    .timeout(timeout)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("to", address, "text", text))));
            token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
            return request.build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
