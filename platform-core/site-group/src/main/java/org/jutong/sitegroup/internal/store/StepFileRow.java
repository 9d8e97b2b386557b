package org.jutong.sitegroup.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** A document of a step. */
@Entity(name = "SiteStepFile")
@Table(name = "SG_STEP_FILE")
@IdClass(StepFileRow.Key.class)
class StepFileRow {

    @Id
    private long step;

    @Id
    @Column(name = "FILE_ID")
    private long file;

    protected StepFileRow() {}

    StepFileRow(long step, long file) {
        this.step = step;
        this.file = file;
    }

    /** The primary key; JPA asks for a class with this shape. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long step;
        private long file;

        /** For JPA. */
        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && step == that.step && file == that.file;
        }

        @Override
        public int hashCode() {
            return Objects.hash(step, file);
        }
    }
}
