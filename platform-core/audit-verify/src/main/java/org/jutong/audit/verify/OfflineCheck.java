package org.jutong.audit.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jutong.audit.chain.ChainCheck;
import org.jutong.audit.chain.Fault;
import org.jutong.audit.chain.Heads;
import org.jutong.audit.chain.Link;
import org.jutong.audit.chain.PublicHalf;
import org.jutong.audit.internal.files.Durable;
import org.jutong.audit.internal.files.Lines;
import org.jutong.audit.internal.files.Segment;

/** Reads what was given from its first entry to its last. */
final class OfflineCheck {

    private final Given given;
    private final List<PublicHalf> keys;
    private final boolean piece;
    private final Heads heads;
    private final List<Fault> broken = new ArrayList<>();
    private final List<BadLine> badLines = new ArrayList<>();
    private ChainCheck check;

    /** @param piece whether only a part of the chain is there, so that nothing can be missing */
    OfflineCheck(Given given, List<PublicHalf> keys, boolean piece) {
        this.given = given;
        this.keys = keys;
        this.piece = piece;
        this.heads = new Heads(keys);
        if (!keys.isEmpty()) {
            given.heads.forEach(heads::add);
        }
        this.check = piece ? null : new ChainCheck(0, Link.BEFORE_FIRST, heads);
    }

    /** A line in a file of entries that is none. */
    record BadLine(Path file, long number) {}

    /** What was found. */
    record Found(long from, long until, long entries, int heads, List<Fault> faults, List<BadLine> badLines) {

        boolean isSound() {
            return faults.isEmpty() && badLines.isEmpty();
        }
    }

    Found run() throws IOException {
        for (Given.Listed each : given.segments) {
            compareWithManifest(each);
        }
        for (List<Path> files : given.entries.values()) {
            for (Path file : files) {
                read(file);
            }
        }
        ChainCheck.Result result = (check == null ? new ChainCheck(0, Link.BEFORE_FIRST, heads) : check).finish();
        List<Fault> faults = new ArrayList<>(broken);
        result.faults().stream()
                .filter(fault -> !piece || fault.kind() != Fault.Kind.DELETED && fault.kind() != Fault.Kind.TRUNCATED)
                .forEach(faults::add);
        return new Found(result.from(), result.until(), result.entries(), heads.size(), faults, badLines);
    }

    private void compareWithManifest(Given.Listed each) throws IOException {
        Segment segment = each.segment();
        boolean signed = keys.isEmpty() || keys.stream().anyMatch(segment::isSignedBy);
        boolean there = Files.isRegularFile(each.file());
        boolean whole = there && Durable.sha256(each.file()).equals(segment.sha256());
        if (!signed || (there ? !whole : !piece)) {
            broken.add(new Fault(Fault.Kind.BROKEN_FILE, segment.from(), segment.until()));
        }
    }

    private void read(Path file) throws IOException {
        long overlap = check == null ? 0 : check.last();
        try (BufferedReader lines = Durable.reader(file)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                take(file, number, line, overlap);
            }
        }
    }

    /** What an earlier file held up to {@code overlap} may be in the next one again. */
    private void take(Path file, long number, String line, long overlap) {
        Link link;
        try {
            link = Lines.entry(line).link();
        } catch (IllegalArgumentException e) {
            badLines.add(new BadLine(file, number));
            return;
        }
        if (check == null) {
            check = ChainCheck.startingAt(link, heads);
        }
        if (link.seq() > overlap || overlap == 0) {
            check.accept(link);
        }
    }
}
