package org.jutong.sitegroup.internal.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Filing;
import org.jutong.sitegroup.Filing.SecurityTest;
import org.jutong.sitegroup.internal.PlainText;

/** The shapes of the numbers, and what must be there before a site opens. */
public final class FilingCheck {

    private final List<String> required;
    private final Map<String, Pattern> shapes;

    /** By the rules that the platform came with. */
    public FilingCheck() {
        LifeRules.FilingShapes rules = LifeRules.load().filing();
        this.required = rules.required();
        this.shapes = Map.of(
                "icp", Pattern.compile(rules.icp()),
                "police", Pattern.compile(rules.police()),
                "emblem", Pattern.compile(rules.emblem()));
    }

    /** @throws Problem naming the field that is wrong */
    public Filing checked(Filing given, LocalDate today) {
        return new Filing(
                given.sponsor().map(text -> PlainText.required("sponsor", text, 100)),
                given.contact().map(text -> PlainText.required("contact", text, 200)),
                given.icp().map(text -> shaped("icp", text)),
                given.police().map(text -> shaped("police", text)),
                given.emblem().map(text -> shaped("emblem", text)),
                given.test().map(test -> checked(test, today)));
    }

    private static SecurityTest checked(SecurityTest test, LocalDate today) {
        if (test.on() == null || test.on().isAfter(today)) {
            throw Problem.invalid("tested_on_invalid", "testedOn");
        }
        return new SecurityTest(test.on(), PlainText.required("testedBy", test.by(), 100), test.passed());
    }

    private String shaped(String field, String text) {
        String plain = PlainText.required(field, text, 64);
        if (!shapes.get(field).matcher(plain).matches()) {
            throw Problem.invalid(field + "_invalid", field);
        }
        return plain;
    }

    private static Problem.Fault missing(String field) {
        String code = field + "_missing";
        return new Problem.Fault(code, "problem." + code, List.of(), field, "");
    }

    /** @throws Problem {@code filing_incomplete}, {@code security_test_missing}, {@code security_test_failed} */
    void requireComplete(Filing filing) {
        Map<String, Optional<String>> fields = Map.of(
                "sponsor", filing.sponsor(),
                "contact", filing.contact(),
                "icp", filing.icp(),
                "police", filing.police(),
                "emblem", filing.emblem());
        List<String> missing = new ArrayList<>(required);
        missing.removeIf(field -> fields.get(field).isPresent());
        if (!missing.isEmpty()) {
            throw Problem.conflict("filing_incomplete", missing.size())
                    .listing(missing.stream().map(FilingCheck::missing).toList());
        }
        if (!filing.test()
                .orElseThrow(() -> Problem.conflict("security_test_missing"))
                .passed()) {
            throw Problem.conflict("security_test_failed");
        }
    }
}
