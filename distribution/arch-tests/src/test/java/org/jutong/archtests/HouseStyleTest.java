package org.jutong.archtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/** How code is written here. */
@AnalyzeClasses(
        packages = {"org.jutong", "org.example"},
        importOptions = Bundles.WithoutTheseTests.class)
class HouseStyleTest {

    @ArchTest
    static final ArchRule nobody_prints_to_the_console = noClasses()
            .that(Bundles.OURS)
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "use System.out or System.err",
                    access -> access.getTargetOwner().isEquivalentTo(System.class)
                            && (access.getName().equals("out")
                                    || access.getName().equals("err"))))
            .because("a line outside the log has no time, no level and no source");

    @ArchTest
    static final ArchRule the_time_comes_from_the_clock_service = noClasses()
            .that(Bundles.OURS)
            .and()
            .resideOutsideOfPackage("org.jutong.runtime.internal..")
            .should()
            .accessTargetWhere(DescribedPredicate.describe("ask the machine for the time", HouseStyleTest::asksMachine))
            .because("what depends on the time must be testable, and the platform's zone is one for all");

    @ArchTest
    static final ArchRule names_come_from_the_field = noClasses()
            .that(Bundles.OURS)
            .and()
            .haveSimpleNameNotEndingWith("EntityManager")
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .resideInAnyPackage(
                    "org.jutong..util..", "org.jutong..utils..", "org.jutong..helper..", "org.jutong..impl..")
            .because("such a name says nothing about what the class is for");

    @ArchTest
    static final ArchRule dependencies_come_through_the_constructor = fields().that()
            .areAnnotatedWith("org.osgi.service.component.annotations.Reference")
            .should()
            .haveModifier(JavaModifier.VOLATILE)
            .because("a field is injected only where the service may come and go; all else is fixed by the constructor")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_else_injects_fields = noFields()
            .should()
            .beAnnotatedWith("javax.inject.Inject")
            .orShould()
            .beAnnotatedWith("javax.persistence.PersistenceContext")
            .orShould()
            .beAnnotatedWith("javax.persistence.PersistenceUnit")
            .because("constructor injection is the one way here");

    @ArchTest
    static final ArchRule statics_hold_no_state = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat(Bundles.OURS)
            .should()
            .beFinal()
            .because("a static that changes is shared by all sites and by all tests");

    @ArchTest
    static final ArchRule rest_resources_are_where_they_are_looked_for = classes()
            .that()
            .implement("org.jutong.plugin.RestResource")
            .and()
            .resideInAPackage("org.jutong..")
            .should()
            .resideInAPackage("..internal.rest..")
            .because("whoever looks for an address finds it by its folder");

    private static boolean asksMachine(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return switch (access.getName()) {
            case "now" -> owner.startsWith("java.time.") && !isGivenAClock(access);
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "systemUTC", "systemDefaultZone" -> owner.equals("java.time.Clock");
            default -> false;
        };
    }

    private static boolean isGivenAClock(JavaAccess<?> access) {
        return access instanceof JavaMethodCall call
                && call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
