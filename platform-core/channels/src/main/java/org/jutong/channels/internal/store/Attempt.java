package org.jutong.channels.internal.store;

import java.util.Optional;
import org.jutong.channels.Delivery.Step;
import org.jutong.plugin.PushChannel.Receipt;

/**
 * One attempt to do a step.
 *
 * @param delivery of which delivery
 * @param key the same for every attempt of a step
 * @param count which attempt of the step it is, from 1
 * @param receipt what the channel answered when the article came there; empty where it is not known
 */
public record Attempt(long delivery, Step step, String key, int count, Optional<Receipt> receipt) {}
