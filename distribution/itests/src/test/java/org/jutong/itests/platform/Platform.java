package org.jutong.itests.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A running platform: the unpacked distribution, started by its own launcher as an operator would. */
public final class Platform implements AutoCloseable {

    /** The administrator's password in tests, given by the environment. */
    public static final String PASSWORD = "correct horse battery staple";

    private static final Path HOME =
            Path.of(System.getProperty("jutong.home")).toAbsolutePath().normalize();

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private final Process process;
    private final Path data;
    private final int port;
    private final int sshPort;
    private final List<String> output = new ArrayList<>();
    private final CountDownLatch announced = new CountDownLatch(1);

    private Platform(Process process, Path data, int port, int sshPort) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.sshPort = sshPort;
        Thread reader = new Thread(this::read, "platform output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the demonstration province on this data folder and waits until the launcher says that it is up. */
    public static Platform start(Path data, Map<String, String> environment) {
        return start(HOME, data, environment);
    }

    static Platform start(Path home, Path data, Map<String, String> environment) {
        int port = freePort();
        int sshPort = freePort();
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            home.resolve("bin/jutong").toString(),
                            "--demo",
                            "--port",
                            String.valueOf(port),
                            "--ssh-port",
                            String.valueOf(sshPort),
                            "--data",
                            data.toString())
                    .redirectErrorStream(true);
            builder.environment().put("JUTONG_ADMIN_PASSWORD", PASSWORD);
            // tests sign in more often than codes change; the test of the second factor asks for the default
            builder.environment().put("JUTONG_SECOND_FACTOR", "nobody");
            // and all from one address; the test of the limits sets its own
            builder.environment().put("JUTONG_LIMIT_ADDRESS", "0");
            builder.environment().put("JUTONG_LIMIT_USER", "0");
            builder.environment().put("JUTONG_LIMIT_SITE", "0");
            // all tests come from one address
            builder.environment().put("JUTONG_CODES_PER_ADDRESS", "1000");
            environment.forEach((name, value) -> {
                if (value.isEmpty()) {
                    builder.environment().remove(name);
                } else {
                    builder.environment().put(name, value);
                }
            });
            Platform platform = new Platform(builder.start(), data, port, sshPort);
            platform.awaitReady();
            return platform;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher of the distribution under test. */
    public static Path launcher() {
        return HOME.resolve("bin/jutong");
    }

    /** The distribution under test. */
    public static Path home() {
        return HOME;
    }

    /** The address of its portal, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int sshPort() {
        return sshPort;
    }

    public Path data() {
        return data;
    }

    /** What the launcher has printed so far. */
    public List<String> output() {
        synchronized (output) {
            return List.copyOf(output);
        }
    }

    /** A REST client that is not signed in. */
    public Api api() {
        return new Api(url());
    }

    /** A REST client signed in as the first administrator. */
    public Api admin() {
        return api().signIn("admin", PASSWORD);
    }

    /** All that it has logged so far. */
    public String log() {
        try {
            return Files.readString(data.resolve("log/jutong.log"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of the log at WARN or above. */
    public List<String> complaints() {
        try {
            return Files.readAllLines(data.resolve("log/jutong.log"), StandardCharsets.UTF_8).stream()
                    .filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java process behind the launcher. */
    public ProcessHandle java() {
        Optional<ProcessHandle> child = process.descendants()
                .filter(handle -> handle.info().command().orElse("").endsWith("java"))
                .findFirst();
        return child.orElse(process.toHandle());
    }

    /** Ends it at once, as a power cut would. */
    public void kill() {
        ProcessHandle java = java();
        java.destroyForcibly();
        java.onExit().join();
        process.destroyForcibly();
        await();
    }

    /** Ends it as Ctrl-C does; returns the launcher's exit code. */
    public int stop() {
        // not process.destroy(): that closes the pipe which the launcher still writes to
        process.toHandle().destroy();
        return await();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private int await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                String threads = threads();
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("The platform did not stop within 60 s: " + output() + "\n" + threads);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What holds it up, as far as the JDK can say. */
    private String threads() {
        try {
            Path jstack = Path.of(System.getProperty("java.home"), "bin", "jstack");
            Process asked = new ProcessBuilder(jstack.toString(), String.valueOf(java().pid()))
                    .redirectErrorStream(true)
                    .start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | RuntimeException e) {
            return "Its threads are not known: " + e;
        }
    }

    private void awaitReady() {
        try {
            if (!announced.await(240, TimeUnit.SECONDS) || !process.isAlive()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("The platform did not start: " + output());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.add(line);
                }
                if (line.contains("Ctrl-C")) {
                    announced.countDown();
                }
            }
        } catch (IOException e) {
            // the process is gone; what it said is kept
        } finally {
            announced.countDown();
        }
    }

    /** A port that nothing listens on, and that was not given before. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            int port = socket.getLocalPort();
            return GIVEN.add(port) ? port : freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
