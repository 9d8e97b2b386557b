package org.jutong.audit.internal;

import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.jutong.persistence.Store;

/** A store whose writes wait until the test lets them go on. */
record SlowStore(Store sound, CountDownLatch begun, CountDownLatch goOn) implements Store {

    @Override
    public <R> R read(Function<EntityManager, R> work) {
        return sound.read(work);
    }

    @Override
    public <R> R write(Function<EntityManager, R> work) {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return sound.write(work);
    }
}
