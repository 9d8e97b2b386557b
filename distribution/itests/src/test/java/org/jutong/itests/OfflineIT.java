package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** The distribution is complete: it boots in a network namespace with nothing but loopback, and an empty home. */
class OfflineIT {

    @Test
    void bootsWithoutNetworkAndWithAnEmptyHome() throws Exception {
        assumeTrue(
                run("unshare -n ip link set lo up", Path.of("/dev/null")) == 0,
                "OfflineIT NOT RUN: this user may not make a network namespace");
        Path data = Shared.folder("offline");
        Path home = Files.createTempDirectory("home");
        Path log = Files.createTempFile("offline", ".log");
        String inside = "ip link set lo up; export HOME=" + home + " JUTONG_JAVA_OPTS=-Duser.home=" + home + "; "
                + Platform.launcher() + " --demo --port 18181 --ssh-port 18101 --data " + data
                + " & pid=$!; for i in $(seq 240); do grep -q /console/ " + log + " && break; kill -0 $pid || break;"
                + " sleep 0.5; done; kill -TERM $pid; wait $pid";
        int exit = run("unshare -n bash -c '" + inside + "'", log);
        assertThat(Files.readString(log)).as("exit " + exit).contains("/console/");
        assertThat(home).isEmptyDirectory();
    }

    private static int run(String command, Path output) throws Exception {
        Process process = new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
