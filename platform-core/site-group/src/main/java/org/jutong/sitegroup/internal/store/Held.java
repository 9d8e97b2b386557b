package org.jutong.sitegroup.internal.store;

import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.sitegroup.Task;

/**
 * A task that this node works on.
 *
 * @param input what it was asked to do, as JSON
 * @param mark how far it came; empty at the beginning
 * @param by for whom
 */
public record Held(Task task, String input, Optional<String> mark, Actor by) {}
