package org.jutong.sitegroup.internal.store;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jutong.sitegroup.Task;

@Entity(name = "SiteTaskLine")
@Table(name = "SG_TASK_LINE")
@IdClass(TaskLineRow.Key.class)
class TaskLineRow {

    @Id
    private long task;

    @Id
    @Column(name = "LINE_NO")
    private int line;

    private String item;

    private String outcome;

    private String code;

    private String words;

    protected TaskLineRow() {}

    TaskLineRow(long task, Task.Line said) {
        this.task = task;
        this.line = said.position();
        this.item = cut(said.item(), 400);
        this.outcome = said.outcome();
        this.code = said.code().orElse(null);
        this.words = cut(said.words(), 500);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    Task.Line said() {
        return new Task.Line(line, item, outcome, Optional.ofNullable(code), words);
    }

    /** The primary key; JPA asks for a class with this shape. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long task;
        private int line;

        /** For JPA. */
        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && task == that.task && line == that.line;
        }

        @Override
        public int hashCode() {
            return Objects.hash(task, line);
        }
    }
}
