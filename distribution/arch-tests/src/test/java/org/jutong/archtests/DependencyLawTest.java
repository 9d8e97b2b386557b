package org.jutong.archtests;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may import what. */
@AnalyzeClasses(
        packages = {"org.jutong", "org.example"},
        importOptions = Bundles.WithoutTheseTests.class)
class DependencyLawTest {

    private static final String[] JAVA = {"java..", "org.osgi.annotation..", "org.osgi.service.component.annotations.."
    };

    @ArchTest
    static void every_bundle_with_classes_is_under_the_law(JavaClasses classes) {
        Set<String> known = classes.stream().map(Bundles::bundle).collect(Collectors.toSet());
        assertThat(Sources.bundles().stream().flatMap(module -> Sources.rootPackages(module).stream()))
                .as("bundles that the pom of this module must name, because a bundle that is not read obeys nothing")
                .isSubsetOf(known);
    }

    @ArchTest
    static final ArchRule plugins_import_the_contract_and_themselves_only = classes()
            .that(Bundles.PLUGINS)
            .should(importNothingButTheContract())
            .because("our own plugins may use nothing that a third party's plugin may not");

    @ArchTest
    static final ArchRule the_contract_imports_nothing_of_ours = noClasses()
            .that()
            .resideInAPackage("org.jutong.plugin..")
            .should()
            .dependOnClassesThat(Bundles.OURS.and(not(resideInAPackage("org.jutong.plugin.."))))
            .because("whoever compiles against the contract must not be tied to the platform behind it");

    @ArchTest
    static final ArchRule the_column_standard_is_plain_java = classes()
            .that()
            .resideInAPackage("org.jutong.columns..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(JAVA).or(resideInAnyPackage("org.jutong.columns..", "com.fasterxml.jackson..")))
            .because("the standard is data that others can use without OSGi and without a database");

    @ArchTest
    static final ArchRule nobody_imports_the_inside_of_another_bundle = classes()
            .that(Bundles.OURS)
            .should(keepOutOfOthersInternals())
            .because("what is internal may change at any time; the exported package is the bundle's word");

    @ArchTest
    static final ArchRule only_the_demonstration_publishes_without_reviews = noClasses()
            .that(Bundles.OURS.and(not(resideInAnyPackage("org.jutong.sitegroup..", "org.jutong.demo.."))))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.jutong.sitegroup.TakenOver")
            .because("what readers see passed three reviews; the one way round them is for the platform's own loaders");

    @ArchTest
    static final ArchRule bundles_do_not_depend_on_each_other_in_circles = slices().matching("org.jutong.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a bundle must be able to start before those that stand on it");

    @ArchTest
    static final ArchRule rest_and_shell_see_the_rules_and_not_the_tables = noClasses()
            .that()
            .resideInAnyPackage("org.jutong..internal.rest..", "org.jutong..internal.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jutong..internal.store..")
            .because("rights and refusals are checked by the services, and a table behind their back has neither");

    private static ArchCondition<JavaClass> importNothingButTheContract() {
        var allowed = resideInAnyPackage(JAVA)
                .or(resideInAnyPackage(
                        "org.jutong.plugin..",
                        "javax.persistence..",
                        "javax.ws.rs..",
                        "org.eclipse.persistence.annotations..",
                        "org.slf4j"));
        return new ArchCondition<>("import nothing but the contract and themselves") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !isItsOwn(dependency) && !allowed.test(target(dependency)))
                        .forEach(dependency -> events.add(violated(dependency)));
            }
        };
    }

    private static ArchCondition<JavaClass> keepOutOfOthersInternals() {
        return new ArchCondition<>("keep out of other bundles' internals") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> Bundles.OURS.test(target(dependency))
                                && target(dependency).getPackageName().contains(".internal")
                                && !isItsOwn(dependency))
                        .forEach(dependency -> events.add(violated(dependency)));
            }
        };
    }

    private static boolean isItsOwn(Dependency dependency) {
        return Bundles.bundle(dependency.getOriginClass()).equals(Bundles.bundle(target(dependency)));
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    private static ConditionEvent violated(Dependency dependency) {
        return SimpleConditionEvent.violated(dependency, dependency.getDescription());
    }
}
