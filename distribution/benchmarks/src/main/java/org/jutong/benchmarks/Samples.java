package org.jutong.benchmarks;

import java.util.Arrays;

/** Repeated measurements. */
final class Samples {

    private Samples() {}

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double worst(double... values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
