package org.jutong.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/** The machine that measures, in words. */
final class Machine {

    static final String NAME = name();

    private Machine() {}

    static String today() {
        return LocalDate.now(Clock.systemUTC()).toString();
    }

    /** How busy it is with whatever else runs, in words. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return "load average of the last minute " + Math.round(load * 10) / 10.0;
    }

    private static String name() {
        String cpu = "unknown processor";
        try {
            cpu = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse(cpu);
        } catch (IOException e) {
            // not Linux: the name stays unknown
        }
        return Runtime.getRuntime().availableProcessors() + " cores, " + cpu + ", JDK "
                + System.getProperty("java.version");
    }
}
