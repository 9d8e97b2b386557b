package org.jutong.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** wrk, and the nginx that it is turned against beside the platform. */
final class LoadTest {

    private LoadTest() {}

    /** nginx with one worker, serving this folder; whoever starts it stops it. */
    static Process nginx(Path root, int port) throws Exception {
        Path configuration = root.resolve("nginx.conf");
        Files.writeString(configuration, """
                user %3$s; daemon off; worker_processes 1; pid %1$s/nginx.pid; error_log %1$s/error.log;
                events { worker_connections 256; }
                http { access_log off; default_type text/html; client_body_temp_path %1$s/b; proxy_temp_path %1$s/p;
                fastcgi_temp_path %1$s/f; uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
                server { listen 127.0.0.1:%2$d; root %1$s; } }
                """.formatted(root, port, System.getProperty("user.name")));
        return new ProcessBuilder("nginx", "-c", configuration.toString(), "-e", root + "/error.log")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** One round of wrk; anything but a 200 is an error. */
    static Load wrk(String words, String url) throws Exception {
        List<String> command = new ArrayList<>(List.of(words.split(" ")));
        command.add(url);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || output.contains("Non-2xx") || output.contains("Socket errors")) {
            throw new IllegalStateException("wrk failed: " + output);
        }
        return new Load(
                number(output, "Requests/sec:\\s+([\\d.]+)()"),
                number(output, "50%\\s+([\\d.]+)(us|ms|s)"),
                number(output, "99%\\s+([\\d.]+)(us|ms|s)"));
    }

    private static double number(String output, String pattern) {
        Matcher match = Pattern.compile(pattern).matcher(output);
        if (!match.find()) {
            throw new IllegalStateException(output);
        }
        double value = Double.parseDouble(match.group(1));
        return switch (match.group(2)) {
            case "us" -> value / 1000;
            case "s" -> value * 1000;
            default -> value;
        };
    }

    /** Requests a second, and milliseconds. */
    record Load(double rate, double p50, double p99) {}
}
