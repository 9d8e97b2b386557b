package org.jutong.search.internal.attached;

import java.util.Optional;

/**
 * An attachment with words.
 *
 * @param file its name in its address
 * @param name under which it was handed in
 * @param words empty until somebody has read it
 */
public record Attachment(String file, String name, Optional<String> words) {}
