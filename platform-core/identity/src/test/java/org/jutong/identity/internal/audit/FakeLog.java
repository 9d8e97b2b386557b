package org.jutong.identity.internal.audit;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jutong.audit.AuditLog;
import org.jutong.audit.AuditQuery;
import org.jutong.audit.Entry;
import org.jutong.audit.chain.Head;

/** Four entries: of no site, of two sites, and of something that cannot be a site. */
final class FakeLog implements AuditLog {

    static final String GUIYANG = "5201000001";
    static final String NANMING = "5201020001";

    private final List<Entry> entries = List.of(entry(4, "x"), entry(3, NANMING), entry(2, GUIYANG), entry(1, ""));

    @Override
    public Page search(AuditQuery query, Predicate<Entry> visible, long before, int limit) {
        return new Page(entries.stream().filter(visible).toList(), Optional.empty());
    }

    @Override
    public long export(AuditQuery query, Predicate<Entry> visible, OutputStream out) {
        return entries.stream().filter(visible).count();
    }

    @Override
    public Optional<Head> head() {
        return Optional.empty();
    }

    @Override
    public String line(Head head) {
        return "";
    }

    @Override
    public Verification verify(LongConsumer progress) {
        return new Verification(4, 0, 1, 4, 0, List.of());
    }

    @Override
    public List<Archive> archives() {
        return List.of();
    }

    private static Entry entry(long seq, String site) {
        return new Entry(seq, 1, "li", "李", "", "SIGN_IN", "DONE", site, "o", "REST", "", "", "SHA-256", "", "");
    }
}
