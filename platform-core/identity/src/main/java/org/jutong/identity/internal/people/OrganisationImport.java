package org.jutong.identity.internal.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Organisation;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.OrganisationTree;
import org.jutong.identity.internal.PlainText;
import org.jutong.identity.internal.rights.GrantedAuthority;
import org.jutong.identity.internal.store.OrganisationTable;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads a list of organisations, as it comes out of a register: {@code code,name,parent}, a line each, those above
 * before those below. A line that cannot be used is reported and left out; the others are stored together. The same
 * list again changes nothing. Thread-safe.
 */
@Component(service = OrganisationImport.class)
public final class OrganisationImport {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_LINES = 20_000;

    private final Store store;
    private final OrganisationTable table;
    private final OrganisationTree tree;
    private final GrantedAuthority authority;
    private final Audit audit;

    @Activate
    public OrganisationImport(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference OrganisationTree tree,
            @Reference GrantedAuthority authority,
            @Reference Audit audit) {
        this.store = store;
        this.table = new OrganisationTable(store);
        this.tree = tree;
        this.authority = authority;
        this.audit = audit;
    }

    /**
     * Imports; permission {@code identity.manage} on the whole platform.
     *
     * @throws Problem {@code csv_invalid} (400) for what is no such list, {@code csv_too_long} (400),
     *     {@code forbidden_everywhere} (403)
     */
    public synchronized Report run(Actor by, String csv) {
        authority.require(by, Belonging.MANAGE, Scope.EVERYWHERE);
        List<String[]> lines = lines(csv);
        Reading reading = new Reading();
        try {
            return store.recorded(
                    () -> {
                        for (int i = 0; i < lines.size(); i++) {
                            reading.take(i + 1, lines.get(i));
                        }
                        return reading.report();
                    },
                    report -> audit.record(Event.done(Action.ORGANISATION_IMPORT, by, "organisations")
                            .saying("created " + report.created() + ", changed " + report.changed() + ", unchanged "
                                    + report.unchanged() + ", refused "
                                    + report.errors().size())));
        } finally {
            tree.reload();
        }
    }

    private static List<String[]> lines(String csv) {
        // a spreadsheet begins its file with a byte order mark
        String text = Optional.ofNullable(csv).orElse("").replaceFirst("^\\uFEFF", "");
        List<String[]> lines = new ArrayList<>();
        try (MappingIterator<String[]> rows = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.TRIM_SPACES)
                .readValues(text)) {
            while (rows.hasNextValue()) {
                if (lines.size() == MOST_LINES) {
                    throw Problem.invalid("csv_too_long", "file", MOST_LINES);
                }
                lines.add(rows.nextValue());
            }
        } catch (JsonProcessingException e) {
            throw Problem.invalid("csv_invalid", "file");
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory can be read", e);
        }
        if (lines.isEmpty()) {
            throw Problem.invalid("csv_invalid", "file");
        }
        return lines;
    }

    /** One pass over the list. */
    private final class Reading {

        private final Map<String, Organisation> known = new HashMap<>();
        private final List<Remark> warnings = new ArrayList<>();
        private final List<Remark> errors = new ArrayList<>();
        private int created;
        private int changed;
        private int unchanged;

        Reading() {
            tree.all().forEach(organisation -> known.put(organisation.code(), organisation));
        }

        Report report() {
            return new Report(created, changed, unchanged, List.copyOf(warnings), List.copyOf(errors));
        }

        void take(int line, String[] cells) {
            String code = cell(cells, 0).toUpperCase(Locale.ROOT);
            if (code.isEmpty() && cells.length <= 1 || line == 1 && code.equals("CODE")) {
                return;
            }
            try {
                put(line, code, cell(cells, 1), cell(cells, 2).toUpperCase(Locale.ROOT));
            } catch (Problem refused) {
                errors.add(new Remark(line, refused));
            }
        }

        private void put(int line, String code, String text, String above) {
            if (!CreditCode.hasShape(code)) {
                throw Problem.invalid("credit_code_shape", "code");
            }
            String name = PlainText.required("name", text, LONGEST_NAME);
            Optional<Long> parent = above.isEmpty()
                    ? Optional.empty()
                    : Optional.of(parent(above).id());
            Organisation before = known.get(code);
            if (before != null && parent.isPresent() && stands(parent.get(), before.id())) {
                throw Problem.conflict("organisation_in_circle", name);
            }
            if (!CreditCode.isSound(code)) {
                warnings.add(new Remark(line, Problem.invalid("credit_code_invalid", "code")));
            }
            if (before == null) {
                known.put(code, table.insert(code, name, parent, Optional.empty()));
                created++;
            } else if (before.name().equals(name) && before.parent().equals(parent)) {
                unchanged++;
            } else {
                known.put(code, table.update(before.id(), name, parent, before.site()));
                changed++;
            }
        }

        private Organisation parent(String code) {
            return Optional.ofNullable(known.get(code))
                    .orElseThrow(() -> Problem.invalid("organisation_parent_not_found", "parent", code));
        }

        /** Whether {@code below} is that organisation or stands below it, as the list has it so far. */
        private boolean stands(long below, long root) {
            Map<Long, Organisation> byId = new HashMap<>();
            known.values().forEach(organisation -> byId.put(organisation.id(), organisation));
            Organisation next = byId.get(below);
            while (next != null && next.id() != root) {
                next = next.parent().map(byId::get).orElse(null);
            }
            return next != null;
        }

        private static String cell(String[] cells, int index) {
            return index < cells.length && cells[index] != null ? cells[index].strip() : "";
        }
    }

    /** What became of the list. */
    public record Report(int created, int changed, int unchanged, List<Remark> warnings, List<Remark> errors) {}

    /** What is wrong with a line, the first being 1. */
    public record Remark(int line, Problem problem) {}
}
