package org.jutong.columns.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.PageKind;
import org.jutong.columns.TagRule;
import org.jutong.columns.codes.DocumentNumber;
import org.jutong.columns.codes.IndexNumber;
import org.jutong.columns.codes.MinuteText;
import org.jutong.columns.codes.SiteIdCode;
import org.jutong.columns.codes.SubjectClasses;

/** One page under the linter. */
final class PageCheck {

    private final ColumnStandard standard;
    private final LintRules rules;
    private final SubjectClasses subjects;
    private final String address;
    private final Map<String, Finding> found = new LinkedHashMap<>();

    PageCheck(ColumnStandard standard, LintRules rules, SubjectClasses subjects, String address) {
        this.standard = standard;
        this.rules = rules;
        this.subjects = subjects;
        this.address = address;
    }

    List<Finding> findings() {
        return new ArrayList<>(found.values());
    }

    void all(PageFacts page) {
        page.tags().ifPresent(tags -> tags(page.kind(), tags));
        page.footer().ifPresent(this::footer);
        for (String time : page.times()) {
            if (!MinuteText.isValid(time)) {
                add(Rule.TIME_FORMAT, "time:" + time, MinuteText.meant(time), "time", time);
            }
        }
        undated(page);
        document(page);
        LinkTarget targets = new LinkTarget(rules.governmentDomains(), page.host());
        for (PageFacts.Link link : page.links()) {
            if (!link.marked() && targets.leaves(link.href())) {
                add(Rule.EXTERNAL_LINK, "link:" + link.href(), Optional.empty(), "link", link.href());
            }
        }
    }

    private void tags(PageKind kind, Map<String, String> tags) {
        for (TagRule rule : standard.tags()) {
            if (rule.page().compareTo(kind) > 0) {
                continue;
            }
            String content = tags.get(rule.name());
            String field = "tag:" + rule.name();
            if (content == null) {
                if (rule.required()) {
                    add(Rule.TAG_MISSING, field, Optional.empty(), rule.name());
                }
            } else if (content.isBlank()) {
                if (rule.required()) {
                    add(Rule.TAG_BLANK, field, Optional.empty(), rule.name());
                }
            } else {
                format(rule, field, content);
            }
        }
    }

    private void format(TagRule rule, String field, String content) {
        switch (rule.format()) {
            case TIME -> {
                if (!MinuteText.isValid(content)) {
                    add(Rule.TAG_FORMAT, field, MinuteText.meant(content), rule.name(), content);
                }
            }
            case SITE_CODE -> siteCode(field, content);
            case COLUMN_TYPE -> {
                if (!standard.types().contains(content)) {
                    add(Rule.COLUMN_TYPE, field, Optional.empty(), rule.name(), content);
                }
            }
            case TEXT -> {
                // any words will do
            }
        }
    }

    void footer(Map<FooterItem, String> footer) {
        rules.footer().forEach((item, basis) -> {
            String shown = footer.get(item);
            String field = "footer:" + item.id();
            if (shown == null || shown.isBlank()) {
                put(Linter.finding(
                        rules,
                        Rule.FOOTER_ITEM,
                        address,
                        field,
                        Rule.FOOTER_ITEM.id() + "." + item.id(),
                        Optional.empty(),
                        Optional.of(basis),
                        item.id()));
            } else if (item == FooterItem.SITE_CODE) {
                siteCode(field, shown);
            }
        });
    }

    private void siteCode(String field, String code) {
        if (!SiteIdCode.isValid(code)) {
            add(Rule.SITE_CODE, field, Optional.of(code.strip()).filter(SiteIdCode::isValid), field, code);
        }
    }

    private void undated(PageFacts page) {
        boolean hasTag =
                page.tags().map(t -> t.get("PubDate")).filter(t -> !t.isBlank()).isPresent();
        boolean wasRead = page.tags().isPresent() || !page.times().isEmpty();
        if (page.kind() == PageKind.ARTICLE
                && wasRead
                && !hasTag
                && page.times().isEmpty()) {
            add(Rule.UNDATED, "date", Optional.empty(), address);
        }
    }

    private void document(PageFacts page) {
        page.documentNumber()
                .filter(n -> !DocumentNumber.isValid(n))
                .ifPresent(n -> add(Rule.DOCUMENT_NUMBER, "document-number", DocumentNumber.meant(n), "发文字号", n));
        page.indexNumber().ifPresent(n -> {
            if (!IndexNumber.isFormed(n)) {
                add(Rule.INDEX_NUMBER, "index-number", IndexNumber.meant(n), "索引号", n);
            } else if (!IndexNumber.hasValidOrganisation(n)) {
                add(Rule.INDEX_NUMBER_CHECK, "index-number", Optional.empty(), "索引号", n);
            }
        });
        page.subjectClass()
                .filter(s -> !subjects.isValid(s))
                .ifPresent(s -> add(Rule.SUBJECT_CLASS, "subject-class", subjects.meant(s), "主题分类", s));
    }

    private void add(Rule rule, String field, Optional<String> suggestion, String... arguments) {
        put(Linter.finding(rules, rule, address, field, rule.id(), suggestion, Optional.empty(), arguments));
    }

    private void put(Finding finding) {
        found.putIfAbsent(finding.id(), finding);
    }
}
