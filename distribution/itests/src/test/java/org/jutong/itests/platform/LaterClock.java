package org.jutong.itests.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** A bundle of tests alone, in the platform under test: its clock goes before the platform's and may be days ahead. */
public final class LaterClock implements BundleActivator {

    static final String DAYS = "JUTONG_TEST_CLOCK_DAYS";

    @Override
    public void start(BundleContext context) {
        Duration ahead = Duration.ofDays(Long.parseLong(System.getenv(DAYS)));
        Dictionary<String, Object> first = new Hashtable<>();
        first.put(Constants.SERVICE_RANKING, Integer.MAX_VALUE);
        context.registerService(Clock.class, Clock.offset(Clock.system(ZoneId.of("Asia/Shanghai")), ahead), first);
    }

    @Override
    public void stop(BundleContext context) {}
}
