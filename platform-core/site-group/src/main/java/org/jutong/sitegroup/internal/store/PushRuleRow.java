package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.PushRules.Rule;
import org.jutong.sitegroup.PushRules.Selection;
import org.jutong.sitegroup.PushRules.Span;
import org.jutong.sitegroup.PushRules.Terms;

@Entity(name = "PushRule")
@Table(name = "SG_PUSH_RULE")
class PushRuleRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "SG_PUSH_RULE_SEQ")
    @SequenceGenerator(name = "SG_PUSH_RULE_SEQ", sequenceName = "SG_PUSH_RULE_SEQ", allocationSize = 50)
    private long id;

    @Version
    @Column(name = "RULE_VERSION")
    private int version;

    private String name;

    @Column(name = "FROM_SITE")
    private String fromSite;

    @Column(name = "FROM_SPAN")
    private String fromSpan;

    @Column(name = "FROM_LEVEL")
    private String fromLevel;

    @Column(name = "COL_KEY")
    private String column;

    @Column(name = "SUBJECT_CLASS")
    private String subject;

    @Column(name = "TO_SITE")
    private String toSite;

    @Column(name = "TO_SPAN")
    private String toSpan;

    @Column(name = "TO_LEVEL")
    private String toLevel;

    @Column(name = "INTO_KEY")
    private String into;

    private boolean active;

    @Column(name = "SAVED_BY")
    private String savedBy;

    @Column(name = "SAVED_NAME")
    private String savedName;

    @Column(name = "SAVED_AT")
    @Convert(converter = BeijingTime.class)
    private Instant savedAt;

    protected PushRuleRow() {}

    PushRuleRow(Terms terms, Actor by, Instant at) {
        say(terms, true, by, at);
    }

    final void say(Terms terms, boolean isActive, Actor by, Instant at) {
        this.name = terms.name();
        this.fromSite = terms.from().top().value();
        this.fromSpan = terms.from().span().name();
        this.fromLevel = terms.from().level().map(Level::name).orElse(null);
        this.column = terms.column().orElse(null);
        this.subject = terms.subject().orElse(null);
        this.toSite = terms.to().top().value();
        this.toSpan = terms.to().span().name();
        this.toLevel = terms.to().level().map(Level::name).orElse(null);
        this.into = terms.into().orElse(null);
        this.active = isActive;
        this.savedBy = by.username();
        this.savedName = by.displayName();
        this.savedAt = at;
    }

    int version() {
        return version;
    }

    Rule rule(int faults) {
        Terms terms = new Terms(
                name,
                selection(fromSite, fromSpan, fromLevel),
                Optional.ofNullable(column),
                Optional.ofNullable(subject),
                selection(toSite, toSpan, toLevel),
                Optional.ofNullable(into));
        return new Rule(id, version, terms, active, new Actor(savedBy, savedName), savedAt, faults);
    }

    private static Selection selection(String site, String span, String level) {
        return new Selection(
                new SiteCode(site),
                Span.valueOf(span),
                Optional.ofNullable(level).map(Level::valueOf));
    }
}
