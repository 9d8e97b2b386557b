package org.jutong.sitegroup.internal.store;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jutong.columns.lint.Finding;
import org.jutong.columns.lint.Severity;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.internal.lint.SiteFinding;

@Entity(name = "SiteFinding")
@Table(name = "SG_FINDING")
@IdClass(FindingRow.Key.class)
class FindingRow {

    private static final int LONGEST_FIELD = 300;

    @Id
    private String site;

    @Id
    @Column(name = "FINDING")
    private String finding;

    @Column(name = "RULE_ID")
    private String rule;

    /** The place of its severity, the worst first. */
    private int gravity;

    @Column(name = "PAGE_PATH")
    private String page;

    @Column(name = "FIELD_NAME")
    private String field;

    @Lob
    private String content;

    @Column(name = "FIRST_AT")
    @Convert(converter = BeijingTime.class)
    private Instant firstAt;

    @Column(name = "LAST_AT")
    @Convert(converter = BeijingTime.class)
    private Instant lastAt;

    @Column(name = "MENDED_AT")
    @Convert(converter = BeijingTime.class)
    private Instant mendedAt;

    /** The task that found it last. */
    private long task;

    protected FindingRow() {}

    FindingRow(SiteCode site, Finding found, Instant at) {
        this.site = site.value();
        this.finding = found.id();
        this.rule = found.rule().id();
        this.page = found.page();
        this.field = cut(found.field());
        this.firstAt = at;
    }

    /** What is said of it. */
    private record Content(String message, List<String> arguments, String suggestion, String source) {}

    void found(Finding again, long byTask, Instant at) {
        this.gravity = again.severity().ordinal();
        this.content = Json.write(new Content(
                again.message(),
                again.arguments().stream().map(FindingRow::cut).toList(),
                again.suggestion().orElse(null),
                again.basis().source()));
        this.task = byTask;
        checked(true, at);
    }

    void checked(boolean isThere, Instant at) {
        this.lastAt = at;
        if (isThere) {
            this.mendedAt = null;
        } else if (mendedAt == null) {
            this.mendedAt = at;
        }
    }

    SiteFinding finding() {
        Content said = Json.read(content, Content.class);
        return new SiteFinding(
                new SiteCode(site),
                finding,
                rule,
                Severity.values()[gravity],
                page,
                field,
                said.message(),
                said.arguments(),
                Optional.ofNullable(said.suggestion()),
                said.source(),
                firstAt,
                lastAt,
                Optional.ofNullable(mendedAt));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_FIELD ? text : text.substring(0, LONGEST_FIELD - 1) + "…";
    }

    /** The primary key; JPA asks for a class with this shape. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String site;
        private String finding;

        /** For JPA. */
        public Key() {}

        Key(SiteCode site, String finding) {
            this.site = site.value();
            this.finding = finding;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && Objects.equals(site, that.site)
                    && Objects.equals(finding, that.finding);
        }

        @Override
        public int hashCode() {
            return Objects.hash(site, finding);
        }
    }
}
