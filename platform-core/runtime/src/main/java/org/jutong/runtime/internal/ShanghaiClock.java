package org.jutong.runtime.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Component;

/** The clock that everything injected reads: the machine's time in the zone of all sites. */
@Component(service = Clock.class)
public final class ShanghaiClock extends Clock {

    private final Clock machine;

    public ShanghaiClock() {
        this(Clock.system(ZoneId.of("Asia/Shanghai")));
    }

    private ShanghaiClock(Clock machine) {
        this.machine = machine;
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ShanghaiClock(machine.withZone(zone));
    }

    @Override
    public Instant instant() {
        return machine.instant();
    }
}
