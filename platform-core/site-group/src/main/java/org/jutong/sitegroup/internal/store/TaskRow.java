package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Task;

@Entity(name = "SiteTask")
@Table(name = "SG_TASK")
class TaskRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "SG_TASK_SEQ")
    @SequenceGenerator(name = "SG_TASK_SEQ", sequenceName = "SG_TASK_SEQ", allocationSize = 50)
    private long id;

    private String kind;

    private String site;

    @Lob
    @Column(name = "ASKED")
    private String input;

    private String state;

    @Column(name = "STEPS_DONE")
    private int done;

    @Column(name = "STEPS_TOTAL")
    private int total;

    private String mark;

    @Column(name = "MADE_BY")
    private String madeBy;

    @Column(name = "MADE_FOR")
    private String madeFor;

    @Column(name = "MADE_AT")
    @Convert(converter = BeijingTime.class)
    private Instant madeAt;

    @Column(name = "ENDED_AT")
    @Convert(converter = BeijingTime.class)
    private Instant endedAt;

    private String code;

    private String words;

    private String node;

    @Column(name = "HELD_UNTIL")
    @Convert(converter = BeijingTime.class)
    private Instant heldUntil;

    @Version
    private int version;

    protected TaskRow() {}

    TaskRow(String kind, Optional<SiteCode> site, String input, Actor by, Instant at) {
        this.kind = kind;
        this.site = site.map(SiteCode::value).orElse(null);
        this.input = input;
        this.state = Task.State.WAITING.name();
        this.madeBy = by.username();
        this.madeFor = by.displayName();
        this.madeAt = at;
    }

    void hold(String by, Instant until) {
        this.state = Task.State.RUNNING.name();
        this.node = by;
        this.heldUntil = until;
    }

    void progress(int itemsDone, int itemsTotal, String reached) {
        this.done = itemsDone;
        this.total = itemsTotal;
        this.mark = reached;
    }

    void end(Task.State how, Instant at, String why, String said) {
        this.state = how.name();
        this.endedAt = at;
        this.code = why;
        this.words = said;
        this.node = null;
        this.heldUntil = null;
    }

    void await() {
        this.state = Task.State.WAITING.name();
        this.endedAt = null;
        this.code = null;
        this.words = null;
        this.node = null;
        this.heldUntil = null;
    }

    boolean isHeldBy(String by) {
        return Task.State.RUNNING.name().equals(state) && by.equals(node);
    }

    /** Whether nobody works on it: the node that locks the row second sees what the first made of it. */
    boolean isFree(Instant now) {
        return Task.State.WAITING.name().equals(state)
                || Task.State.RUNNING.name().equals(state) && heldUntil.isBefore(now);
    }

    Held held() {
        return new Held(task(), input, Optional.ofNullable(mark), new Actor(madeBy, madeFor));
    }

    Task task() {
        return new Task(
                id,
                kind,
                Optional.ofNullable(site).map(SiteCode::new),
                Task.State.valueOf(state),
                done,
                total,
                madeBy,
                madeAt,
                Optional.ofNullable(endedAt),
                Optional.ofNullable(code),
                Optional.ofNullable(words));
    }
}
