package org.jutong.identity.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jutong.audit.AuditLog;
import org.jutong.audit.AuditLog.Verification;
import org.jutong.audit.Entry;
import org.jutong.audit.chain.Fault;
import org.jutong.runtime.Texts;

/** What the interface says of the audit record. */
final class AuditViews {

    private AuditViews() {}

    static String time(long milliseconds, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(milliseconds).atZone(zone));
    }

    /** A page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<EntryView> items, String next) {}

    /** An entry. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EntryView(
            long seq,
            String time,
            String actor,
            String actorName,
            String behalf,
            String action,
            String outcome,
            String site,
            String object,
            String channel,
            String address,
            String detail,
            String hash) {

        static EntryView of(Entry entry, ZoneId zone) {
            return new EntryView(
                    entry.seq(),
                    AuditViews.time(entry.time(), zone),
                    entry.actor(),
                    entry.actorName(),
                    present(entry.behalf()),
                    entry.action(),
                    entry.outcome(),
                    present(entry.site()),
                    entry.object(),
                    entry.channel(),
                    entry.address(),
                    entry.detail(),
                    entry.hash());
        }

        private static String present(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    /** What can be done and recorded. */
    public record Actions(List<ActionView> items) {}

    /** An action and its name for people. */
    public record ActionView(String id, String title) {}

    /** What a verification found. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Verdict(
            boolean sound,
            long entries,
            long archived,
            long from,
            long until,
            int heads,
            List<FaultView> faults,
            @JsonRawValue String head) {

        static Verdict of(Verification found, Optional<String> head, Texts texts, Locale locale) {
            return new Verdict(
                    found.sound(),
                    found.entries(),
                    found.archived(),
                    found.from(),
                    found.until(),
                    found.heads(),
                    found.faults().stream()
                            .map(fault -> FaultView.of(fault, texts, locale))
                            .toList(),
                    head.orElse(null));
        }
    }

    /** One thing that is wrong. */
    public record FaultView(long seq, long until, String kind, String words) {

        static FaultView of(Fault fault, Texts texts, Locale locale) {
            return new FaultView(
                    fault.from(),
                    fault.until(),
                    fault.kind().name(),
                    texts.say(locale, "audit.fault." + fault.kind(), List.of(fault.range())));
        }
    }

    /** The files of the archive. */
    public record Archives(List<ArchiveView> items) {}

    /** A file of the archive. */
    public record ArchiveView(String name, long from, long until, String created, String sha256) {

        static ArchiveView of(AuditLog.Archive archive, ZoneId zone) {
            return new ArchiveView(
                    archive.file(),
                    archive.from(),
                    archive.until(),
                    AuditViews.time(archive.time(), zone),
                    archive.sha256());
        }
    }
}
