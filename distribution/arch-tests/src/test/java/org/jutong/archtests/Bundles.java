package org.jutong.archtests;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.Arrays;
import java.util.Set;

/** Which class belongs to which bundle: a bundle's name is its root package. */
final class Bundles {

    /** The core's bundles; every other bundle is a plugin, so that a new one is under the law without being named. */
    private static final Set<String> CORE = Set.of(
            "org.jutong.plugin",
            "org.jutong.columns",
            "org.jutong.runtime",
            "org.jutong.persistence",
            "org.jutong.audit",
            "org.jutong.identity",
            "org.jutong.signin",
            "org.jutong.sitegroup",
            "org.jutong.search",
            "org.jutong.channels",
            "org.jutong.publication",
            "org.jutong.catalog",
            "org.jutong.web",
            "org.jutong.shell",
            "org.jutong.console",
            "org.jutong.demo");

    static final DescribedPredicate<JavaClass> OURS =
            DescribedPredicate.describe("ours", type -> isOurs(type.getPackageName()));

    static final DescribedPredicate<JavaClass> PLUGINS = DescribedPredicate.describe(
            "classes of plugins", type -> isOurs(type.getPackageName()) && !CORE.contains(bundle(type)));

    private Bundles() {}

    /** The root package of the bundle that has the class. */
    static String bundle(JavaClass type) {
        String[] names = type.getPackageName().split("\\.");
        return String.join(".", Arrays.copyOf(names, Math.min(3, names.length)));
    }

    private static boolean isOurs(String name) {
        return name.startsWith("org.jutong.") || name.startsWith("org.example.");
    }

    /** Leaves out these tests themselves. */
    static final class WithoutTheseTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/org/jutong/archtests/");
        }
    }
}
