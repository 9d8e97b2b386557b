package org.jutong.audit.internal;

import java.util.function.Function;
import javax.persistence.EntityManager;
import org.jutong.persistence.Store;

/** A store whose database goes away, or whose answers get lost, when told to. */
final class BrokenStore implements Store {

    /** What goes wrong. */
    enum Fault {
        NONE,
        AWAY,
        AWAY_FOR_CHANGES,
        ANSWER_LOST
    }

    private final Store sound;
    volatile Fault fault = Fault.NONE;
    volatile int writes;

    BrokenStore(Store sound) {
        this.sound = sound;
    }

    @Override
    public <R> R read(Function<EntityManager, R> work) {
        if (fault == Fault.AWAY) {
            throw new IllegalStateException("away");
        }
        return sound.read(work);
    }

    @Override
    public synchronized <R> R write(Function<EntityManager, R> work) {
        writes++;
        if (fault == Fault.AWAY || fault == Fault.AWAY_FOR_CHANGES) {
            throw new IllegalStateException("away");
        }
        R result = sound.write(work);
        if (fault == Fault.ANSWER_LOST) {
            fault = Fault.NONE;
            throw new IllegalStateException("the answer was lost");
        }
        return result;
    }
}
