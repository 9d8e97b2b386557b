package org.jutong.catalog.internal;

import java.time.Duration;

/**
 * What a call into a plugin may cost.
 *
 * @param deadline how long a caller waits
 * @param atOnce how many calls of one plugin run at once
 * @param waiting how many more may wait for their turn within the deadline
 * @param window of how many last calls the faults are counted; half of them quarantine the plugin
 * @param least how many calls are looked at before it is quarantined at all
 * @param quarantine how long it is left alone
 */
record CallLimits(Duration deadline, int atOnce, int waiting, int window, int least, Duration quarantine) {

    static final CallLimits USUAL = new CallLimits(Duration.ofSeconds(2), 16, 64, 10, 5, Duration.ofSeconds(30));
}
