package org.jutong.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jutong.itests.platform.Platform;

/** An empty Karaf of the same version with the JVM flags of the platform's own process: framework, realm, shell and SSH. */
record EmptyKaraf(List<String> command, Path home, int sshPort) {

    /** With the flags of this running platform. */
    static EmptyKaraf like(Platform platform) throws IOException {
        List<String> ours = commandLine(platform.java().pid());
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
            } else if (isForAny(argument)) {
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

    /** Not the list of classes that a first start writes: it would be overwritten. */
    private static boolean isForAny(String argument) {
        return argument.startsWith("--add")
                || argument.startsWith("-X") && !argument.startsWith("-XX:DumpLoadedClassList=");
    }

    /** Framework, realm, shell and SSH: the least that opens the SSH port. */
    private static void bootAlmostNothing(Path features) throws IOException {
        Files.writeString(
                features,
                Files.readString(features)
                        .replaceAll("(?s)featuresBoot = .*?\n\n", "featuresBoot = framework, jaas, shell, ssh\n\n"));
    }

    private static String swap(String classPath, Path home) {
        return classPath.replace(Platform.home().toString(), home.toString());
    }

    /** Seconds from process start to its open SSH port. */
    double boot() throws Exception {
        long start = System.nanoTime();
        Process process = start();
        try {
            return Samples.secondsSince(start);
        } finally {
            stop(process);
        }
    }

    /** Megabytes that live on its heap. */
    double heap() throws Exception {
        Process process = start();
        try {
            return LiveHeap.of(process.pid());
        } finally {
            stop(process);
        }
    }

    private Process start() throws IOException {
        Path archive = home.resolve("data/empty.jsa");
        List<String> now = new ArrayList<>(command);
        if (!Files.exists(archive)) {
            now.removeIf(argument -> argument.startsWith("-XX:SharedArchiveFile="));
            now.add(1, "-XX:ArchiveClassesAtExit=" + archive);
        }
        Process process = new ProcessBuilder(now)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .directory(home.toFile())
                .start();
        await(process, this::isOpen);
        return process;
    }

    private boolean isOpen() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", sshPort), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
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
}
