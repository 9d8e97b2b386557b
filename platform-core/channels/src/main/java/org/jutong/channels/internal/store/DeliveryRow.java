package org.jutong.channels.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.jutong.channels.Delivery;
import org.jutong.channels.Delivery.Fault;
import org.jutong.channels.Delivery.State;
import org.jutong.channels.Delivery.Step;
import org.jutong.plugin.PushChannel.Receipt;
import org.jutong.plugin.SiteCode;

/** An article at a channel. What is to be done next follows from what readers have and what the channel has. */
@Entity(name = "Delivery")
@Table(name = "CH_DELIVERY")
class DeliveryRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "CH_DELIVERY_SEQ")
    @SequenceGenerator(name = "CH_DELIVERY_SEQ", sequenceName = "CH_DELIVERY_SEQ", allocationSize = 50)
    private long id;

    private long article;

    private long channel;

    private String site;

    private String step;

    /** Counts the steps; a step that is tried again keeps its number. */
    @Column(name = "STEP_NO")
    private int number;

    private String state;

    private int attempts;

    @Column(name = "DUE_AT")
    private long due;

    private String receipt;

    private String url;

    /** The print of the text that was last dealt with. */
    @Column(name = "TEXT_PRINT")
    private String print;

    /** Whether an attempt to publish broke off, so that nobody knows whether the article is there. */
    private boolean unsure;

    @Column(name = "FAULT_CODE")
    private String faultCode;

    @Column(name = "FAULT_ARGUMENTS")
    private String faultArguments;

    @Column(name = "CHANGED_AT")
    private long changed;

    protected DeliveryRow() {}

    DeliveryRow(long article, long channel, SiteCode site, long now) {
        this.article = article;
        this.channel = channel;
        this.site = site.value();
        queue(Step.PUBLISH, now);
    }

    /** Pushes again what is neither there nor on its way. */
    void push(long now) {
        boolean away = receipt == null && state() != State.WAITING;
        if (away || state() == State.DEAD) {
            queue(away ? Step.PUBLISH : step(), now);
        }
    }

    /**
     * Sees to it that the next step is the right one.
     *
     * @param wanted the print of what readers have now; empty where they have nothing
     */
    void look(Optional<String> wanted, long now) {
        boolean active = state() == State.WAITING || state() == State.DEAD;
        Optional<Step> next = next(wanted);
        if (next.isEmpty()) {
            if (active) {
                state = (receipt == null ? State.ENDED : State.SENT).name();
                changed = now;
            }
        } else if (active ? next.get() != step() : next.get() != Step.PUBLISH) {
            queue(next.get(), now);
        }
    }

    private Optional<Step> next(Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return Optional.of(Step.WITHDRAW).filter(any -> receipt != null || unsure);
        }
        if (receipt == null) {
            return Optional.of(Step.PUBLISH);
        }
        return Optional.of(Step.CORRECT).filter(any -> !wanted.get().equals(print));
    }

    private void queue(Step next, long now) {
        step = next.name();
        number++;
        state = State.WAITING.name();
        attempts = 0;
        due = now;
        fault(null);
        changed = now;
    }

    boolean isDue(long now) {
        return state() == State.WAITING && due <= now;
    }

    /** An attempt begins. Should it never end, it counts, and is made again at {@code later}. */
    Attempt begin(long later) {
        attempts++;
        due = later;
        boolean publishes = step() == Step.PUBLISH;
        unsure = unsure || publishes;
        return new Attempt(
                id,
                step(),
                id + "-" + number,
                attempts,
                Optional.ofNullable(receipt).map(known -> new Receipt(known, Optional.ofNullable(url))));
    }

    /** It was done. */
    void done(Step what, Optional<Receipt> got, Optional<String> sent, long now) {
        receipt = got.map(Receipt::id).orElse(null);
        url = got.flatMap(Receipt::url).orElse(null);
        print = sent.orElse(null);
        unsure = false;
        changed = now;
        if (state() == State.WAITING && step() == what) {
            state = State.SENT.name();
            fault(null);
        }
    }

    /**
     * It failed.
     *
     * @param certainly whether it is sure that nothing was done
     * @param again when to try again; empty for never
     */
    void failed(Step what, StoredFault why, boolean certainly, Optional<Long> again, long now) {
        if (what == Step.PUBLISH && certainly) {
            unsure = false;
        }
        if (state() != State.WAITING || step() != what) {
            return;
        }
        fault(why);
        changed = now;
        if (again.isPresent()) {
            due = again.get();
        } else {
            state = State.DEAD.name();
        }
    }

    private void fault(StoredFault why) {
        faultCode = why == null ? null : why.code();
        faultArguments = why == null ? null : why.arguments();
    }

    void retry(long now) {
        queue(step(), now);
    }

    /** What the step would have changed stays as it is. */
    void discard(Optional<String> wanted, long now) {
        if (step() == Step.WITHDRAW) {
            receipt = null;
            url = null;
        }
        unsure = false;
        print = wanted.orElse(null);
        state = State.ENDED.name();
        changed = now;
    }

    Step step() {
        return Step.valueOf(step);
    }

    State state() {
        return State.valueOf(state);
    }

    Optional<Fault> fault() {
        return Optional.ofNullable(faultCode).map(code -> new StoredFault(code, faultArguments).fault());
    }

    long article() {
        return article;
    }

    Delivery delivery() {
        return new Delivery(
                id,
                article,
                channel,
                new SiteCode(site),
                step(),
                state(),
                attempts,
                Optional.of(due).filter(any -> state() == State.WAITING).map(Instant::ofEpochMilli),
                Optional.ofNullable(receipt),
                Optional.ofNullable(url),
                fault(),
                Instant.ofEpochMilli(changed));
    }
}
