package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;
import org.jutong.itests.platform.Shell;

/** The operator's day at the shell. */
class ShellIT {

    private static final String SITE = "5226000001";

    private final Platform platform = Shared.platform();

    @Test
    void listsAndShowsSites() {
        assertThat(Shell.run(platform, "site:list --level prefecture")).contains("5201000001", "贵阳市人民政府", "黔东南");
        assertThat(Shell.run(platform, "site:show " + SITE)).contains(SITE, "黔东南苗族侗族自治州");
    }

    @Test
    void goesFromOrderToSuspension() {
        assertThat(Shell.run(platform, "catalog:list")).contains("interaction", "政民互动");
        String ordered = Shell.run(platform, "catalog:order " + SITE + " interaction");
        Matcher number = Pattern.compile("(\\d+)").matcher(ordered.substring(ordered.indexOf("interaction") + 11));
        String orders = Shell.run(platform, "catalog:orders --state ordered");
        Matcher line = Pattern.compile("(\\d+)[^\\n]*" + SITE).matcher(orders);
        assertThat(line.find()).as(ordered + orders).isTrue();
        assertThat(number.find()).isTrue();
        Shell.run(platform, "catalog:approve " + line.group(1));
        assertThat(platform.api()
                        .page("/sites/" + SITE + "/plugins/interaction/")
                        .status())
                .isEqualTo(200);
        assertThat(Shell.run(platform, "plugin:list")).contains("interaction");
        Shell.run(platform, "plugin:suspend " + SITE + " interaction");
        assertThat(platform.api()
                        .page("/sites/" + SITE + "/plugins/interaction/")
                        .status())
                .isEqualTo(404);
        Shell.run(platform, "plugin:enable " + SITE + " interaction");
        assertThat(platform.api()
                        .page("/sites/" + SITE + "/plugins/interaction/")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void pushesAnArticle() {
        Api admin = platform.admin();
        long id = admin.post("/sites/" + Province.PROVINCE + "/articles", Province.draft("从命令行推送的一篇稿件"))
                .json()
                .path("id")
                .asLong();
        Province.publish(platform, admin, id);
        assertThat(Shell.run(platform, "article:push " + id + " 5201000001")).contains("11");
        assertThat(platform.api()
                        .page("/sites/" + Province.NANMING + "/articles/" + id)
                        .status())
                .isEqualTo(200);
        Province.withdraw(admin, id);
        assertThat(platform.api()
                        .page("/sites/" + Province.NANMING + "/articles/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void saysInOneSentenceWhatIsWrong() {
        String output = Shell.run(platform, "site:show 5299990001");
        assertThat(output).contains("5299990001").doesNotContain("Exception", "\tat ");
        assertThat(Shell.run(platform, "plugin:uninstall nothing"))
                .contains("nothing")
                .doesNotContain("Exception");
    }

    @Test
    void completesSites() {
        assertThat(Shell.run(platform, "site:show 52260000\t")).contains(SITE);
    }

    @Test
    void answersTheContainersClient() throws Exception {
        Process client = new ProcessBuilder(
                        Platform.home().resolve("bin/client").toString(),
                        "-b",
                        "-a",
                        String.valueOf(platform.sshPort()),
                        "-u",
                        "admin",
                        "-p",
                        Platform.PASSWORD)
                .redirectErrorStream(true)
                .start();
        client.getOutputStream().write("site:list --level province\n".getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().close();
        String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(client.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains(Province.PROVINCE);
    }

    @Test
    void letsInOnlyWhomTheConsoleLetsIn() {
        assertThatThrownBy(() -> Shell.as(platform, "admin", "wrong password here", "site:list"))
                .isInstanceOf(java.io.UncheckedIOException.class);
        assertThatThrownBy(() -> Shell.as(platform, "karaf", "karaf", "site:list"))
                .isInstanceOf(java.io.UncheckedIOException.class);
    }

    @Test
    void forwardsNoPorts() {
        assertThat(Shell.forwards(platform, platform.url().getPort())).isFalse();
    }

    @Test
    void keepsTheContainersCommandsFromStaff() {
        Province.person(platform, "shell.editor", "editor", Province.NANMING);
        String output = Shell.as(
                platform,
                "shell.editor",
                Platform.PASSWORD,
                "shell:cat etc/system.properties",
                "shell:exec id",
                "bundle:list",
                "plugin:uninstall interaction");
        assertThat(output).doesNotContain("karaf.name", "uid=", "Active");
        assertThat(platform.api()
                        .get("/offerings/interaction")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("active");
    }
}
