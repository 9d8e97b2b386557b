package org.jutong.benchmarks;

/**
 * A measured figure, as it is stored.
 *
 * @param name what was measured
 * @param value the value
 * @param unit its unit; {@code ×} for a ratio to the yardstick that {@code method} names
 * @param bound the value to reach, such as {@code <= 3}; empty where there is none
 * @param holds whether the bound holds; true where there is none
 * @param method how it was measured
 * @param machine on what
 * @param date when, ISO-8601
 */
public record Figure(
        String name,
        double value,
        String unit,
        String bound,
        boolean holds,
        String method,
        String machine,
        String date) {

    /** Without a bound: it stands beside a ratio to explain it. */
    static Figure plain(String name, double value, String unit, String method) {
        return new Figure(name, round(value), unit, "", true, method, Machine.NAME, Machine.today());
    }

    /** At most the bound. */
    static Figure atMost(String name, double value, String unit, double bound, String method) {
        return new Figure(
                name, round(value), unit, "<= " + bound, value <= bound, method, Machine.NAME, Machine.today());
    }

    /** At least the bound. */
    static Figure atLeast(String name, double value, String unit, double bound, String method) {
        return new Figure(
                name, round(value), unit, ">= " + bound, value >= bound, method, Machine.NAME, Machine.today());
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
