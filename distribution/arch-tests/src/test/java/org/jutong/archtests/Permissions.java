package org.jutong.archtests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which permissions are declared, and which are named. */
final class Permissions {

    /** {@code - id: letters.answer} of a plugin, {@code site.open: {…}} of the core. */
    private static final Pattern ITEM =
            Pattern.compile("^ +(?:- +id: *([a-z][a-z0-9.-]*) *$|([a-z]+\\.[a-z.-]+): *\\{)", Pattern.MULTILINE);

    private static final Pattern NAMED_BY_COMMAND =
            Pattern.compile("public String permission\\(\\) \\{\\s*return ([^;]+);");
    private static final Pattern NAMED_BY_PAGE = Pattern.compile("^ +permission: *(\\S+) *$", Pattern.MULTILINE);
    private static final Pattern NAMED_BY_ROUTE = Pattern.compile("\\bpermission: *(\\[[^\\]]*\\]|'[^']*')");
    private static final Pattern WORD = Pattern.compile("'([^']*)'");

    private Permissions() {}

    /** What a module's REST methods and commands may name: a plugin its own, the core's bundles the core's. */
    static Set<String> declaredFor(Path module) {
        Path descriptor = descriptor(module);
        return Files.exists(descriptor) ? section(Sources.read(descriptor), "permissions") : ofCore();
    }

    /** Those that the console pages of the module's descriptor ask for. */
    static Set<String> ofConsolePages(Path module) {
        Set<String> named = new TreeSet<>();
        if (Files.exists(descriptor(module))) {
            NAMED_BY_PAGE
                    .matcher(Sources.read(descriptor(module)))
                    .results()
                    .forEach(found -> named.add(found.group(1)));
        }
        return named;
    }

    /** Those that the pages of the console ask for, wherever its sources are. */
    static Set<String> ofConsoleRoutes() {
        Set<String> named = new TreeSet<>();
        String routes = Sources.read(Sources.file("platform-core/console/app/src/routes.ts"));
        NAMED_BY_ROUTE
                .matcher(routes)
                .results()
                .forEach(found -> WORD.matcher(found.group(1)).results().forEach(word -> named.add(word.group(1))));
        return named;
    }

    /** What the core declares. */
    static Set<String> ofCore() {
        return section(Sources.read(core()), "permissions");
    }

    /** Those that the module's shell commands ask for; what only hands on another's is left out. */
    static Set<String> ofCommands(Path module) {
        Set<String> named = new TreeSet<>();
        for (Path file : Sources.mainJava(module)) {
            String source = Sources.read(file);
            NAMED_BY_COMMAND.matcher(source).results().forEach(found -> {
                String word = found.group(1);
                if (!word.endsWith("SIGNED_IN") && !word.endsWith(".permission()")) {
                    named.add(word.startsWith("\"") ? word.substring(1, word.length() - 1) : constant(module, word));
                }
            });
        }
        return named;
    }

    private static String constant(Path module, String word) {
        String name = word.substring(word.lastIndexOf('.') + 1);
        Pattern definition = Pattern.compile("static final String " + name + " = \"([^\"]+)\";");
        return Sources.mainJava(module).stream()
                .map(file -> definition.matcher(Sources.read(file)))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse(word);
    }

    private static Set<String> section(String yaml, String name) {
        Set<String> items = new HashSet<>();
        Matcher start =
                Pattern.compile("^" + name + ":.*\\n", Pattern.MULTILINE).matcher(yaml);
        if (start.find()) {
            String rest = yaml.substring(start.end());
            Matcher end = Pattern.compile("^[a-z]", Pattern.MULTILINE).matcher(rest);
            ITEM.matcher(end.find() ? rest.substring(0, end.start()) : rest)
                    .results()
                    .forEach(found -> items.add(found.group(1) == null ? found.group(2) : found.group(1)));
        }
        return items;
    }

    private static Path descriptor(Path module) {
        return module.resolve("src/main/resources/JUTONG-INF/plugin.yaml");
    }

    private static Path core() {
        return Sources.bundles().stream()
                .map(module -> module.resolve("src/main/resources/JUTONG-INF/roles.yaml"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
