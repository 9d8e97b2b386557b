package org.jutong.sitegroup.internal.packages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Filing;
import org.jutong.sitegroup.Filing.SecurityTest;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.internal.HostNames;
import org.jutong.sitegroup.internal.PlainText;
import org.jutong.sitegroup.internal.life.FilingCheck;

/**
 * What a checked package says of the site itself, looked at as if somebody had typed it.
 *
 * @param site the site of this platform with what can change of it
 * @param standard the version of the column standard
 * @param file that version, where an operator of the other platform added it
 * @param filing what it has filed
 * @param hosts its names
 */
record PackageSettings(Site site, String standard, Optional<String> file, Filing filing, HostNames hosts) {

    /**
     * @throws Problem {@code package_broken}, {@code package_of_another_site}, {@code package_of_another_kind}, or
     *     naming the field that is wrong
     */
    static PackageSettings of(PackageReader in, Site site, LocalDate today) {
        Map<String, Object> facts = only(in, Entries.SITE);
        if (!site.code().value().equals(facts.get("code"))) {
            throw Problem.conflict(
                    "package_of_another_site",
                    String.valueOf(facts.get("code")),
                    site.code().value());
        }
        requireSame(facts, "level", site.level().id());
        requireSame(facts, "kind", site.kind().id());
        String standard = PackageReader.text(facts, "standard");
        if (!standard.matches("[0-9.]{1,20}")) {
            throw PackageReader.broken();
        }
        String file = in.whole(Entries.STANDARD);
        return new PackageSettings(
                filled(site, facts),
                standard,
                file.isEmpty() ? Optional.empty() : Optional.of(file),
                new FilingCheck().checked(filing(only(in, Entries.FILING)), today),
                hosts(in));
    }

    /** Level and kind say by which tree of the standard the columns were made. */
    private static void requireSame(Map<String, Object> facts, String name, String here) {
        String there = PackageReader.text(facts, name);
        if (!there.equals(here)) {
            throw Problem.conflict("package_of_another_kind", name, there, here);
        }
    }

    private static Map<String, Object> only(PackageReader in, String name) {
        List<Map<String, Object>> lines = in.lines(name);
        if (lines.size() != 1) {
            throw PackageReader.broken();
        }
        return lines.get(0);
    }

    private static Site filled(Site site, Map<String, Object> facts) {
        String colour = PackageReader.text(facts, "colour");
        if (!colour.equals("red") && !colour.equals("blue")) {
            throw PackageReader.broken();
        }
        return new Site(
                site.code(),
                PlainText.required("name", PackageReader.text(facts, "name"), 100),
                site.level(),
                site.region(),
                PlainText.required("regionName", PackageReader.text(facts, "regionName"), 60),
                site.parent(),
                colour,
                site.kind(),
                site.state(),
                site.until(),
                site.movedTo());
    }

    private static Filing filing(Map<String, Object> facts) {
        return new Filing(
                PackageReader.maybe(facts, "sponsor"),
                PackageReader.maybe(facts, "contact"),
                PackageReader.maybe(facts, "icp"),
                PackageReader.maybe(facts, "police"),
                PackageReader.maybe(facts, "emblem"),
                PackageReader.maybe(facts, "testedOn")
                        .map(on -> new SecurityTest(
                                day(on),
                                PackageReader.text(facts, "testedBy"),
                                Boolean.TRUE.equals(facts.get("testPassed")))));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw PackageReader.broken();
        }
    }

    private static HostNames hosts(PackageReader in) {
        Optional<String> main = Optional.empty();
        List<String> further = new ArrayList<>();
        for (Map<String, Object> line : in.lines(Entries.HOSTS)) {
            String name = PackageReader.text(line, "host");
            if (Boolean.TRUE.equals(line.get("main"))) {
                if (main.isPresent()) {
                    throw PackageReader.broken();
                }
                main = Optional.of(name);
            } else {
                further.add(name);
            }
        }
        return HostNames.checked(main, further);
    }
}
