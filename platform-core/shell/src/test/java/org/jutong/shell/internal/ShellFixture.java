package org.jutong.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.jutong.audit.Event;
import org.jutong.catalog.Order;
import org.jutong.catalog.Orders;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Authority;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Articles;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;

/** A shell with one account, two sites, one plugin and one open order. */
final class ShellFixture {

    static final SiteCode PROVINCE = new SiteCode("5200000001");
    static final SiteCode GUIYANG = new SiteCode("5201000001");

    final Map<String, Object> variables = new HashMap<>();
    final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    String user = "zhang";
    boolean disabled;
    boolean atTerminal;
    final Set<String> held = new HashSet<>();
    final List<Event> recorded = new ArrayList<>();

    private final Authority authority = Stub.of(
            Authority.class,
            Map.of(
                    "isDeclared", call -> ((String) call[0]).startsWith("catalog."),
                    "allowsSomewhere", call -> held.contains(call[1])));

    final Accounts accounts = Stub.of(
            Accounts.class,
            Map.of(
                    "find",
                    call -> call[0].equals("zhang")
                            ? Optional.of(new Account(
                                    "zhang",
                                    "张三",
                                    Optional.empty(),
                                    Accounts.LOCAL,
                                    disabled ? Accounts.State.DISABLED : Accounts.State.ACTIVE,
                                    Optional.empty(),
                                    List.of(),
                                    Set.of()))
                            : Optional.empty()));

    final Texts texts = Stub.of(
            Texts.class,
            Map.of(
                    "say",
                    call -> call.length == 3
                            ? text((Locale) call[0], (String) call[1], (List<?>) call[2])
                            : call[1] instanceof Problem problem
                                    ? text((Locale) call[0], "problem." + problem.code(), problem.arguments())
                                    : text((Locale) call[0], (String) call[1], List.of())));

    private final SignedIn signedIn = new SignedIn(accounts, () -> user, () -> "192.0.2.7");

    final Completion completion = new Completion(
            signedIn,
            Stub.of(
                    Sites.class,
                    Map.of(
                            "page", call -> List.of(site(PROVINCE, "贵州省人民政府"), site(GUIYANG, "贵阳市人民政府")),
                            "count", call -> 2,
                            "root", call -> Optional.of(site(PROVINCE, "贵州省人民政府")))),
            Stub.of(Columns.class, Map.of("of", call -> List.of(column((SiteCode) call[0])))),
            Stub.of(Articles.class, Map.of()),
            Stub.of(Orders.class, Map.of("list", call -> List.of(order()))),
            Stub.of(
                    InstalledPlugins.class,
                    Map.of(
                            "all",
                            call -> List.of(
                                    new InstalledPlugin("interaction", null, Optional.empty(), Optional.empty())))));

    ShellFrame frame() {
        return new ShellFrame(
                texts,
                new HelpText(texts),
                new ShellLanguage(null),
                new ShellDoor(signedIn, authority, recorded::add),
                completion);
    }

    Session session() {
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Stub.of(
                Session.class,
                Map.of(
                        "get", call -> variables.get(call[0]),
                        "getConsole", call -> console,
                        "getTerminal", call -> atTerminal ? Stub.of(Terminal.class, Map.of()) : null));
    }

    List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String text(Locale locale, String key, List<?> arguments) {
        Properties words = words(Locale.ENGLISH.equals(locale) ? "en" : "zh-CN");
        return words.containsKey(key) ? MessageFormat.format(words.getProperty(key), arguments.toArray()) : key;
    }

    static Properties words(String language) {
        Properties words = new Properties();
        try (InputStreamReader file = new InputStreamReader(
                ShellFixture.class.getResourceAsStream("/JUTONG-INF/texts/" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Site site(SiteCode code, String name) {
        return new Site(code, name, Level.PREFECTURE, "520100", "贵阳市", Optional.of(PROVINCE), "red");
    }

    private static Column column(SiteCode site) {
        return new Column(site, site.equals(GUIYANG) ? "guiyang-news" : "news", "要闻", Optional.empty(), "", "", "");
    }

    private static Order order() {
        return new Order(
                17,
                GUIYANG,
                "interaction",
                "standard",
                20_000,
                Order.State.ORDERED,
                "zhang",
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
    }
}
