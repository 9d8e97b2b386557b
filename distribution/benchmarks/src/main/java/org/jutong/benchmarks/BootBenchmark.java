package org.jutong.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jutong.itests.platform.Platform;

/**
 * Process start to first portal 200 on a data folder that has been started before, against an empty Karaf of the same
 * version, with the JVM flags of the platform's own process, from process start to its open SSH port. In turn.
 */
final class BootBenchmark {

    private static final int ROUNDS = 5;

    private final Path data;

    BootBenchmark(Path data) {
        this.data = data;
    }

    List<Figure> run() throws Exception {
        long start = System.nanoTime();
        List<String> command;
        double first;
        Platform fresh = Platform.start(data, Map.of());
        try {
            first = Samples.secondsSince(start);
            awaitClassArchive();
        } finally {
            fresh.close();
        }
        try (Platform again = Platform.start(data, Map.of())) {
            command = commandLine(again.java().pid());
        }
        EmptyKaraf karaf = EmptyKaraf.like(command);
        karaf.boot();
        double[] ours = new double[ROUNDS];
        double[] empty = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            empty[i] = karaf.boot();
            ours[i] = portal();
            ratios[i] = ours[i] / empty[i];
        }
        String method = "process start to first portal 200, data folder started before; yardstick: empty Karaf, same"
                + " version (framework, jaas, shell, ssh) and JVM flags, process start to open SSH port; " + ROUNDS
                + " rounds in turn, medians";
        return List.of(
                Figure.plain("boot: first start, 98 sites loaded", first, "s", "process start to the launcher's word"),
                Figure.plain("boot: later start", Samples.median(ours), "s", method),
                Figure.plain("boot: empty Karaf", Samples.median(empty), "s", method),
                Figure.atMost("boot: later start / empty Karaf", Samples.median(ratios), "×", 3, method));
    }

    /** The first start makes the class data archive in the background; later starts are measured with it. */
    private void awaitClassArchive() {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!Files.exists(data.resolve("cache/classes.jsa"))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("No class data archive after two minutes");
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    private double portal() throws Exception {
        int port = Platform.freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Platform.launcher().toString(),
                        "--demo",
                        "--port",
                        String.valueOf(port),
                        "--ssh-port",
                        String.valueOf(Platform.freePort()),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest home = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .build();
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            await(process, () -> {
                try {
                    return client.send(home, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200;
                } catch (IOException e) {
                    return false;
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            return Samples.secondsSince(start);
        } finally {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
    }

    static void await(Process process, BooleanSupplier ready) {
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The process ended before it was ready");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static List<String> commandLine(long pid) throws IOException {
        return List.of(Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0"));
    }

    /** The yardstick. */
    private record EmptyKaraf(List<String> command, Path home, int sshPort) {

        static EmptyKaraf like(List<String> ours) throws IOException {
            Path home;
            try (Stream<Path> folders = Files.list(Path.of(System.getProperty("jutong.yardstick")))) {
                home = folders.filter(Files::isDirectory).findFirst().orElseThrow();
            }
            int port = Platform.freePort();
            Path shell = home.resolve("etc/org.apache.karaf.shell.cfg");
            Files.writeString(
                    shell,
                    Files.readString(shell)
                            .replaceAll("(?m)^sshPort *=.*$", "sshPort = " + port)
                            .replaceAll("(?m)^sshHost *=.*$", "sshHost = 127.0.0.1"));
            bootAlmostNothing(home.resolve("etc/org.apache.karaf.features.cfg"));
            List<String> command = new ArrayList<>();
            command.add(ours.get(0));
            boolean classPath = false;
            for (String argument : ours.subList(1, ours.size())) {
                if (classPath) {
                    command.add(swap(argument, home));
                    classPath = false;
                } else if (argument.equals("-cp") || argument.equals("-classpath")) {
                    command.add(argument);
                    classPath = true;
                } else if (argument.startsWith("-XX:SharedArchiveFile=")) {
                    command.add("-XX:SharedArchiveFile=" + home.resolve("data/empty.jsa"));
                } else if (argument.startsWith("-X") || argument.startsWith("--add")) {
                    command.add(argument);
                }
            }
            command.addAll(List.of(
                    "-Dkaraf.home=" + home,
                    "-Dkaraf.base=" + home,
                    "-Dkaraf.data=" + home.resolve("data"),
                    "-Dkaraf.etc=" + home.resolve("etc"),
                    "-Dkaraf.log=" + home.resolve("data/log"),
                    "-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("data/tmp")),
                    "-Dkaraf.startLocalConsole=false",
                    "-Dkaraf.startRemoteShell=true",
                    "org.apache.karaf.main.Main"));
            return new EmptyKaraf(command, home, port);
        }

        /** Framework, realm, shell and SSH: the least that opens the SSH port. */
        private static void bootAlmostNothing(Path features) throws IOException {
            Files.writeString(
                    features,
                    Files.readString(features)
                            .replaceAll(
                                    "(?s)featuresBoot = .*?\n\n", "featuresBoot = framework, jaas, shell, ssh\n\n"));
        }

        private static String swap(String classPath, Path home) {
            return classPath.replace(Platform.home().toString(), home.toString());
        }

        double boot() throws Exception {
            Path archive = home.resolve("data/empty.jsa");
            List<String> now = new ArrayList<>(command);
            if (!Files.exists(archive)) {
                now.removeIf(argument -> argument.startsWith("-XX:SharedArchiveFile="));
                now.add(1, "-XX:ArchiveClassesAtExit=" + archive);
            }
            long start = System.nanoTime();
            Process process = new ProcessBuilder(now)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .directory(home.toFile())
                    .start();
            try {
                await(process, () -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress("127.0.0.1", sshPort), 200);
                        return true;
                    } catch (IOException e) {
                        return false;
                    }
                });
                return Samples.secondsSince(start);
            } finally {
                process.destroy();
                process.waitFor(60, TimeUnit.SECONDS);
            }
        }
    }
}
