package org.jutong.archtests;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Who may touch data, and how. */
@AnalyzeClasses(
        packages = {"org.jutong", "org.example"},
        importOptions = Bundles.WithoutTheseTests.class)
class DataLawTest {

    private static final DescribedPredicate<JavaClass> STORES =
            resideInAnyPackage("..internal.store..", "org.jutong.persistence..", "org.jutong.plugin.data..");

    /** A third party's small plugin may be one package. */
    private static final DescribedPredicate<JavaClass> THIRD_PARTY = resideInAPackage("org.example..");

    @ArchTest
    static final ArchRule jpa_is_for_the_stores = noClasses()
            .that(Bundles.OURS.and(not(STORES)).and(not(THIRD_PARTY)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.persistence..", "org.eclipse.persistence..")
            .because("rules that know entities cannot be read, tested or moved without a database");

    @ArchTest
    static final ArchRule entities_stay_in_their_package = classes()
            .that()
            .areAnnotatedWith("javax.persistence.Entity")
            .and(are(not(THIRD_PARTY)))
            .should()
            .bePackagePrivate()
            .because("an entity that others see becomes the interface of its table");

    @ArchTest
    static final ArchRule no_plugin_goes_round_the_tenant_filter = noClasses()
            .that(Bundles.PLUGINS)
            .should()
            .accessTargetWhere(DescribedPredicate.describe("use native SQL", DataLawTest::isNative))
            .because("native SQL and what is unwrapped from JPA are not filtered by site");

    @ArchTest
    static final ArchRule only_persistence_has_connections = noClasses()
            .that(Bundles.OURS.and(not(resideInAPackage("org.jutong.persistence.."))))
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.sql\\.(Connection|DriverManager|(Prepared|Callable)?Statement|ResultSet)|javax\\.sql\\..*")
            .because("a transaction has one owner, and a bare connection is not filtered by site");

    @ArchTest
    static final ArchRule only_the_gate_issues_a_context = noClasses()
            .that(Bundles.OURS)
            .and()
            .doNotHaveFullyQualifiedName("org.jutong.catalog.internal.EnrolmentGate")
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "make an IssuedSite",
                    access -> access.getName().equals("<init>")
                            && access.getTargetOwner().getName().equals("org.jutong.persistence.IssuedSite")))
            .because("a context is the proof that a site has the plugin, and one place decides that");

    @ArchTest
    static final ArchRule nobody_implements_a_context = classes()
            .that()
            .implement("org.jutong.plugin.SiteContext")
            .should()
            .haveFullyQualifiedName("org.jutong.persistence.IssuedSite")
            .andShould()
            .haveModifier(JavaModifier.FINAL)
            .because("the stores trust that one class");

    private static boolean isNative(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().startsWith("javax.persistence")
                && Set.of("createNativeQuery", "createStoredProcedureQuery", "unwrap", "getDelegate")
                        .contains(access.getName());
    }
}
