package org.jutong.itests.platform;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The environment of a platform whose clock is ahead; its monotonic clock, by which it waits, is not. */
public final class Later {

    private static final Path LIBRARIES = Path.of("/usr/lib");

    private Later() {}

    /** The test is skipped, loudly, where there is no libfaketime. */
    public static Map<String, String> days(int days) {
        Optional<Path> library = library();
        if (library.isEmpty()) {
            System.err.println("TESTS OF A LATER DAY NOT RUN: no libfaketime; on Debian: apt-get install faketime");
        }
        assumeTrue(library.isPresent(), "no libfaketime");
        return Map.of(
                "LD_PRELOAD",
                library.get().toString(),
                "FAKETIME",
                "+" + days + "d",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "DONT_FAKE_MONOTONIC",
                "1");
    }

    private static Optional<Path> library() {
        try (Stream<Path> machines = Files.list(LIBRARIES)) {
            return machines.map(machine -> machine.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
