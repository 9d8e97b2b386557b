package org.jutong.signin.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the operator has set. */
record Environment(Map<String, String> values) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** The value, or empty where it is not set or blank. */
    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** @throws IllegalStateException where it is not set */
    String require(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(name + " is missing"));
    }

    /** A secret: the value, or what the file named by {@code <name>_FILE} has. */
    Optional<String> secret(String name) {
        return find(name + "_FILE")
                .map(file -> {
                    try {
                        return Files.readString(Path.of(file)).strip();
                    } catch (IOException e) {
                        throw new UncheckedIOException(name + "_FILE cannot be read", e);
                    }
                })
                .or(() -> find(name));
    }

    /** Whether the address is on this machine, where nobody listens in. */
    static boolean isLoopback(URI address) {
        return address.getHost() != null && LOOPBACK.contains(address.getHost());
    }
}
