package org.jutong.archtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jutong.plugin.Permission;

/** Whom each door is for is written on the door. */
@AnalyzeClasses(
        packages = {"org.jutong", "org.example"},
        importOptions = Bundles.WithoutTheseTests.class)
class RightsLawTest {

    @ArchTest
    static final ArchRule every_rest_method_says_who_may_call_it = methods()
            .that(DescribedPredicate.describe("answer a REST request", RightsLawTest::answersRest))
            .should(declareOneAccess())
            .because("a method that declares no right is refused to everybody, which its author would learn too late");

    @ArchTest
    static void every_permission_that_a_rest_method_asks_for_is_declared(JavaClasses classes) {
        for (Path module : Sources.bundles()) {
            Set<String> roots = Sources.rootPackages(module);
            Set<String> asked = new TreeSet<>();
            classes.stream()
                    .filter(type -> roots.contains(Bundles.bundle(type)))
                    .flatMap(type -> type.getMethods().stream())
                    .forEach(method -> asked.addAll(asked(method)));
            assertThat(asked)
                    .as("%s: nobody can hold a permission that nobody declares", Sources.name(module))
                    .isSubsetOf(Permissions.declaredFor(module));
        }
    }

    @ArchTest
    static void every_permission_that_a_command_or_a_console_page_asks_for_is_declared(JavaClasses classes) {
        for (Path module : Sources.bundles()) {
            Set<String> declared = Permissions.declaredFor(module);
            assertThat(Permissions.ofCommands(module))
                    .as("commands of %s", Sources.name(module))
                    .isSubsetOf(declared);
            assertThat(Permissions.ofConsolePages(module))
                    .as("console pages of %s", Sources.name(module))
                    .isSubsetOf(declared);
        }
    }

    @ArchTest
    static void every_permission_that_a_page_of_the_console_asks_for_is_declared(JavaClasses classes) {
        assertThat(Permissions.ofConsoleRoutes()).isNotEmpty().isSubsetOf(Permissions.ofCore());
    }

    @ArchTest
    static final ArchRule a_site_in_an_address_is_called_site = methods()
            .that(DescribedPredicate.describe("answer a REST request", RightsLawTest::answersRest))
            .should(nameTheSiteInTheirPath())
            .because("the right is asked on the site that the address names, and under another name nobody finds it");

    private static List<String> asked(JavaMethod method) {
        return method.tryGetAnnotationOfType(Permission.class)
                .map(permission -> List.of(permission.value()))
                .orElse(List.of());
    }

    private static boolean answersRest(JavaMethod method) {
        return method.getOwner().isAssignableTo("org.jutong.plugin.RestResource")
                && method.getAnnotations().stream().anyMatch(annotation -> isVerb(annotation.getRawType()));
    }

    private static boolean isVerb(JavaClass annotation) {
        return annotation.isAnnotatedWith("javax.ws.rs.HttpMethod");
    }

    private static ArchCondition<JavaMethod> declareOneAccess() {
        Set<String> ways =
                Set.of("org.jutong.plugin.Permission", "org.jutong.plugin.SignedIn", "org.jutong.plugin.Public");
        return new ArchCondition<>("be public and carry exactly one of @Permission, @SignedIn and @Public") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                long declared = method.getAnnotations().stream()
                        .filter(annotation ->
                                ways.contains(annotation.getRawType().getName()))
                        .count();
                boolean empty = method.tryGetAnnotationOfType(Permission.class)
                        .map(permission -> permission.value().length == 0)
                        .orElse(false);
                if (declared != 1 || empty || !method.getModifiers().contains(JavaModifier.PUBLIC)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " declares " + declared));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> nameTheSiteInTheirPath() {
        return new ArchCondition<>("call the site in their path {site}") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                String path = path(method.getOwner().tryGetAnnotationOfType("javax.ws.rs.Path"))
                        + "/"
                        + path(method.tryGetAnnotationOfType("javax.ws.rs.Path"));
                if (path.matches("/?sites/\\{(?!site\\}).*")) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is at " + path));
                }
            }
        };
    }

    private static String path(Optional<? extends JavaAnnotation<?>> annotation) {
        return annotation
                .flatMap(found -> found.get("value"))
                .map(Object::toString)
                .orElse("");
    }
}
