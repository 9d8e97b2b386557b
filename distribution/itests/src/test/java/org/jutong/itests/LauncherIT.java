package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** What goes wrong before the start is said in one sentence, and the first password is said once. */
class LauncherIT {

    private static final Pattern PASSWORD = Pattern.compile("password\\s+(\\S+)");

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = launch(Map.of(), "--port", String.valueOf(taken.getLocalPort()), "--data", fresh());
            assertThat(run.output()).contains(String.valueOf(taken.getLocalPort()));
            run.assertOneSentence();
        }
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws Exception {
        Path file = Files.createTempFile("jutong", "file");
        launch(Map.of(), "--data", file.resolve("data").toString()).assertOneSentence();
    }

    @Test
    void saysThatTheJavaIsTheWrongOne() throws Exception {
        Path home = Files.createTempDirectory("jdk");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Run run = launch(Map.of("JAVA_HOME", home.toString()), "--data", fresh());
        assertThat(run.output()).contains("17");
        run.assertOneSentence();
    }

    @Test
    void saysThatAnArgumentIsUnknown() throws Exception {
        launch(Map.of(), "--prot", "8181").assertOneSentence();
    }

    @Test
    void saysThatTheFirstPasswordIsTooShort() throws Exception {
        Run run = launch(Map.of("JUTONG_ADMIN_PASSWORD", "short"), "--data", fresh());
        run.assertOneSentence();
        assertThat(run.output()).contains("12").doesNotContain("short");
    }

    @Test
    void saysWhatIsWrongWithTheKeystore() throws Exception {
        Path none = Path.of("nowhere", "site.p12");
        Run missing = launch(Map.of("JUTONG_TLS_PASSWORD", "x"), "--tls-keystore", none.toString(), "--data", fresh());
        missing.assertOneSentence();
        assertThat(missing.output()).contains(none.toString());

        Path file = Files.writeString(Files.createTempFile("jutong", "p12"), "no keystore");
        Run mute = launch(Map.of("JUTONG_TLS_KEYSTORE", file.toString()), "--data", fresh());
        mute.assertOneSentence();
        assertThat(mute.output()).contains("JUTONG_TLS_PASSWORD");

        Run closed = launch(
                Map.of("JUTONG_TLS_KEYSTORE", file.toString(), "JUTONG_TLS_PASSWORD", "a secret"), "--data", fresh());
        closed.assertOneSentence();
        assertThat(closed.output()).contains(file.toString()).doesNotContain("a secret");
    }

    @Test
    void saysThatASettingIsNone() throws Exception {
        launch(Map.of("JUTONG_AUDIT_HASH", "MD5"), "--data", fresh()).assertOneSentence();
        launch(Map.of("JUTONG_LIMIT_USER", "many"), "--data", fresh()).assertOneSentence();
        launch(Map.of("JUTONG_TRUSTED_PROXIES", "proxy.example"), "--data", fresh())
                .assertOneSentence();
        launch(Map.of("JUTONG_LISTEN", "everywhere"), "--data", fresh()).assertOneSentence();
    }

    @Test
    void printsTheGeneratedPasswordOnceAndItWorks() {
        Path data = Shared.folder("password");
        String password;
        try (Platform first = Platform.start(data, Map.of("JUTONG_ADMIN_PASSWORD", ""))) {
            password = password(first.output());
            assertThat(password).hasSizeGreaterThanOrEqualTo(12);
            first.api().signIn("admin", password);
            assertThat(data.resolve("first-password.txt")).doesNotExist();
            assertThat(first.stop()).isZero();
        }
        try (Platform second = Platform.start(data, Map.of("JUTONG_ADMIN_PASSWORD", ""))) {
            assertThat(second.output()).noneMatch(line -> line.contains(password));
            second.api().signIn("admin", password);
            assertThat(second.complaints()).noneMatch(line -> line.contains(password));
        }
    }

    private static String password(List<String> output) {
        return output.stream()
                .map(PASSWORD::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(output));
    }

    private static String fresh() {
        return Shared.folder("launcher").toString();
    }

    private record Run(int exit, String output) {
        void assertOneSentence() {
            assertThat(exit).isNotZero();
            assertThat(output.strip().lines().count()).as(output).isLessThanOrEqualTo(2);
            assertThat(output).doesNotContain("Exception", "\tat ", "line ");
        }
    }

    private static Run launch(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Platform.launcher().toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }
}
