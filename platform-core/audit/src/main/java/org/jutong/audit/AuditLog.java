package org.jutong.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jutong.audit.chain.Fault;
import org.jutong.audit.chain.Head;
import org.osgi.annotation.versioning.ProviderType;

/** Reads and checks what was recorded. Asks for no rights: whoever offers it to people does. Thread-safe. */
@ProviderType
public interface AuditLog {

    /**
     * Entries that are in the database, newest first. One call looks at a limited number of entries, so a page may be
     * short or empty and still have a next one.
     *
     * @param visible leaves out what the reader may not see
     * @param before only entries with a smaller number; {@link Long#MAX_VALUE} for the newest
     * @param limit how many at most, at least 1
     */
    Page search(AuditQuery query, Predicate<Entry> visible, long before, int limit);

    /**
     * Writes the entries that are in the database, oldest first, one JSON object a line (UTF-8), and leaves the stream
     * open.
     *
     * @return how many were written
     */
    long export(AuditQuery query, Predicate<Entry> visible, OutputStream out) throws IOException;

    /** The newest signed head, empty where none was signed yet. */
    Optional<Head> head();

    /** The head as a line of a head file: JSON. */
    String line(Head head);

    /**
     * Reads the archive and the database and checks every hash, every link and every signed head.
     *
     * @param progress told now and then how many entries have been read
     * @throws org.jutong.plugin.Problem {@code audit_verification_running} (409) while another one runs here
     */
    Verification verify(LongConsumer progress);

    /** The files that older entries were moved to, oldest first. */
    List<Archive> archives();

    /**
     * Some entries.
     *
     * @param items newest first
     * @param next what to give as {@code before} for the following page, empty where there is none
     */
    record Page(List<Entry> items, Optional<Long> next) {}

    /**
     * What a verification found.
     *
     * @param entries how many were read, archived ones included
     * @param archived how many of them from the archive
     * @param from the number of the first, 0 where there was none
     * @param until the number of the last
     * @param heads how many signed heads they were compared with
     * @param faults what is wrong, by number; empty where all is sound
     */
    record Verification(long entries, long archived, long from, long until, int heads, List<Fault> faults) {

        public boolean sound() {
            return faults.isEmpty();
        }
    }

    /**
     * A file of archived entries.
     *
     * @param file its name in the archive folder
     * @param from the number of its first entry
     * @param until the number of its last one
     * @param time when it was made, milliseconds since 1970-01-01T00:00Z
     * @param sha256 of the file
     */
    record Archive(String file, long from, long until, long time, String sha256) {}
}
