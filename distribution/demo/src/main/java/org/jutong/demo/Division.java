package org.jutong.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An administrative division.
 *
 * @param code six digits, nine for a township
 * @param name such as 贵阳市
 * @param level {@code province}, {@code prefecture}, {@code county} or {@code township}
 * @param parent the code of the division above; empty for the province
 */
record Division(String code, String name, String level, String parent) {

    static List<Division> ofGuizhou() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Division.class.getResourceAsStream("/JUTONG-INF/demo/guizhou-divisions.csv"),
                StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(Division::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Division parse(String line) {
        String[] cells = line.split(",", 4);
        return new Division(cells[0], cells[1], cells[2], cells[3].strip());
    }

    boolean hasSite() {
        return !"township".equals(level);
    }
}
