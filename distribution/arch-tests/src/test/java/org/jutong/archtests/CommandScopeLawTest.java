package org.jutong.archtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every scope of commands in what is delivered has its access rule; what has none is the administrator's alone. */
class CommandScopeLawTest {

    private static final Path ASSEMBLY = Sources.file("distribution/assembly/target/assembly");
    private static final Path ETC = Sources.file("distribution/assembly/src/main/resources/etc");
    private static final String RULE = "org.apache.karaf.command.acl.";

    /** {@code return "site:list";} in a command of ours. */
    private static final Pattern OWN = Pattern.compile("public String name\\(\\) \\{\\s*return \"([a-z-]+):[a-z-]+\";");

    @Test
    void every_scope_of_the_containers_commands_has_its_rule() {
        Set<String> scopes = scopesOfTheContainer();
        assertThat(scopes).contains("bundle", "feature", "jaas", "shell", "system");
        assertThat(scopes).isSubsetOf(rules());
    }

    @Test
    void every_scope_of_our_commands_has_its_rule() {
        Set<String> scopes = scopesOfOurs();
        assertThat(scopes).contains("site", "identity", "audit", "catalog", "plugin");
        assertThat(scopes).isSubsetOf(rules());
    }

    @Test
    void a_scope_without_a_rule_is_the_administrators_alone() throws IOException {
        Properties system = new Properties();
        try (var in = Files.newInputStream(ETC.resolve("custom.system.properties"))) {
            system.load(in);
        }
        assertThat(system).containsEntry("karaf.secured.command.compulsory.roles", "admin");
    }

    private static Set<String> scopesOfTheContainer() {
        try (Stream<Path> jars = Files.walk(ASSEMBLY.resolve("system"))) {
            return jars.filter(file -> file.toString().endsWith(".jar"))
                    .flatMap(jar -> commands(jar).stream())
                    .flatMap(type -> scope(type).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes of a jar that brings commands; none of any other jar. */
    private static JavaClasses commands(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            boolean hasCommands = file.getManifest() != null
                    && file.getManifest().getMainAttributes().getValue("Karaf-Commands") != null;
            return new ClassFileImporter().importJars(hasCommands ? List.of(file) : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> scope(JavaClass type) {
        return type.getAnnotations().stream()
                .filter(a -> a.getRawType().getName().equals("org.apache.karaf.shell.api.action.Command"))
                .findFirst()
                .flatMap(CommandScopeLawTest::scope)
                .filter(scope -> !scope.equals("*"));
    }

    private static Optional<String> scope(JavaAnnotation<?> command) {
        return command.get("scope").map(Object::toString);
    }

    private static Set<String> scopesOfOurs() {
        return Sources.bundles().stream()
                .flatMap(module -> Sources.mainJava(module).stream())
                .flatMap(file -> OWN.matcher(Sources.read(file)).results())
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> rules() {
        try (Stream<Path> files = Files.list(ETC)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(RULE) && name.endsWith(".cfg"))
                    .map(name -> name.substring(RULE.length(), name.length() - ".cfg".length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
