package org.jutong.sitegroup.internal.store;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** An article that fits a rule and could not be pushed. */
@Entity(name = "PushRuleFault")
@Table(name = "SG_PUSH_RULE_FAULT")
@IdClass(PushRuleFaultRow.Key.class)
class PushRuleFaultRow {

    @Id
    @Column(name = "RULE_ID")
    private long rule;

    @Id
    private long article;

    private String code;

    @Column(name = "SEEN_AT")
    @Convert(converter = BeijingTime.class)
    private Instant seenAt;

    protected PushRuleFaultRow() {}

    PushRuleFaultRow(long rule, long article, String code, Instant seenAt) {
        this.rule = rule;
        this.article = article;
        this.code = code;
        this.seenAt = seenAt;
    }

    /** The primary key; JPA asks for a class with this shape. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long rule;
        private long article;

        /** For JPA. */
        public Key() {}

        Key(long rule, long article) {
            this.rule = rule;
            this.article = article;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && rule == that.rule && article == that.article;
        }

        @Override
        public int hashCode() {
            return Objects.hash(rule, article);
        }
    }
}
