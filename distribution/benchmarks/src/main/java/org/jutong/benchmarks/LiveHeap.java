package org.jutong.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What is left on a Java machine's heap after a full collection. */
final class LiveHeap {

    static final String METHOD = "jcmd GC.class_histogram, which collects first";

    private LiveHeap() {}

    /** In megabytes. */
    static double of(long pid) throws IOException {
        Process histogram = new ProcessBuilder("jcmd", String.valueOf(pid), "GC.class_histogram").start();
        String output = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String total = output.lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(output));
        return Long.parseLong(total.strip().split("\\s+")[2]) / 1024.0 / 1024.0;
    }
}
