package org.jutong.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;

/**
 * Whether the time of a refused sign-in tells that an account exists. Known and unknown names take turns; each name
 * and each loopback address is used too seldom for the throttle to answer in the place of the check.
 */
final class SignInBenchmark {

    private static final int NAMES = 60;
    private static final int TRIES = 4;
    private static final int TRIES_FOR_AN_ADDRESS = 20;

    private final URI platform;
    private int sent;

    private SignInBenchmark(Platform platform) {
        this.platform = platform.url();
    }

    static List<Figure> run(Platform platform) throws IOException {
        Api admin = platform.admin();
        for (int i = 0; i < NAMES; i++) {
            int status = admin.post(
                            "/users",
                            Map.of(
                                    "username",
                                    "known." + i,
                                    "displayName",
                                    "测时",
                                    "password",
                                    Platform.PASSWORD,
                                    "keepPassword",
                                    true,
                                    "grants",
                                    List.of(Map.of("role", "editor", "site", Province.GUIYANG))))
                    .status();
            if (status != 201) {
                throw new IllegalStateException("No account known." + i + ": " + status);
            }
        }
        return new SignInBenchmark(platform).measure();
    }

    private List<Figure> measure() throws IOException {
        double[] known = new double[NAMES * TRIES];
        double[] unknown = new double[NAMES * TRIES];
        for (int i = 0; i < 20; i++) {
            refused("warm.up." + i);
        }
        for (int i = 0; i < known.length; i++) {
            String number = "." + i % NAMES;
            // in turns, so that whatever else the machine does falls on both
            if (i % 2 == 0) {
                known[i] = refused("known" + number);
                unknown[i] = refused("nobody" + number);
            } else {
                unknown[i] = refused("nobody" + number);
                known[i] = refused("known" + number);
            }
        }
        String method = known.length + " refused sign-ins each, in turns, a connection of its own for each";
        double ratio = Samples.median(known) / Samples.median(unknown);
        return List.of(
                Figure.plain("refused sign-in, known name: median", Samples.median(known) * 1000, "ms", method),
                Figure.plain("refused sign-in, unknown name: median", Samples.median(unknown) * 1000, "ms", method),
                Figure.atMost(
                        "refused sign-in: known / unknown, distance from 1", Math.abs(ratio - 1), "", 0.05, method));
    }

    private double refused(String username) throws IOException {
        String body = "{\"username\":\"" + username + "\",\"password\":\"not the right password at all\"}";
        String request = "POST /api/v1/session HTTP/1.1\r\nHost: " + platform.getAuthority()
                + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        int part = 2 + sent++ / TRIES_FOR_AN_ADDRESS;
        InetAddress from = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) part});
        long start = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getByName(platform.getHost()), platform.getPort(), from, 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            double seconds = Samples.secondsSince(start);
            if (!answer.startsWith("HTTP/1.1 401") || !answer.contains("wrong_credentials")) {
                throw new IllegalStateException(username + " was answered " + answer);
            }
            return seconds;
        }
    }
}
