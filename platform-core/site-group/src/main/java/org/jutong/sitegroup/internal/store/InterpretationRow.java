package org.jutong.sitegroup.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** That an article interprets a document. */
@Entity(name = "Interpretation")
@Table(name = "SG_INTERPRETATION")
@IdClass(InterpretationRow.Key.class)
class InterpretationRow {

    @Id
    private long article;

    @Id
    private long document;

    protected InterpretationRow() {}

    InterpretationRow(long article, long document) {
        this.article = article;
        this.document = document;
    }

    static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        private long article;
        private long document;

        protected Key() {}

        Key(long article, long document) {
            this.article = article;
            this.document = document;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && article == key.article && document == key.document;
        }

        @Override
        public int hashCode() {
            return Objects.hash(article, document);
        }
    }
}
