package org.jutong.identity.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.audit.FakeLog.GUIYANG;
import static org.jutong.identity.internal.audit.FakeLog.NANMING;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.jutong.audit.Action;
import org.jutong.audit.AuditLog.Page;
import org.jutong.audit.AuditQuery;
import org.jutong.audit.Entry;
import org.jutong.audit.Event;
import org.jutong.audit.Outcome;
import org.jutong.identity.Authority;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;

class AuditDeskTest {

    private static final Actor AUDITOR = new Actor("auditor", "审计");
    private static final Actor LOCAL = new Actor("local", "贵阳");
    private static final Actor EDITOR = new Actor("editor", "编辑");

    private final List<Event> recorded = new ArrayList<>();
    private final FakeLog log = new FakeLog();
    private final AuditDesk desk = new AuditDesk(log, recorded::add, new Rights());

    @Test
    void whoHoldsTheRightEverywhereSeesAll() {
        assertThat(seen(AUDITOR)).containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void whoHoldsItOnASiteSeesWhatConcernsThatSiteAndNothingElse() {
        assertThat(seen(LOCAL)).containsExactly(2L);
    }

    @Test
    void whoHoldsItNowhereIsRefused() {
        assertThat(code(() -> seen(EDITOR))).isEqualTo("forbidden_anywhere");
        assertThat(code(() -> seen(Actor.ANONYMOUS))).isEqualTo("not_signed_in");
        assertThat(code(() -> desk.export(EDITOR, AuditQuery.ALL))).isEqualTo("forbidden_anywhere");
        assertThat(code(() -> desk.verify(EDITOR, read -> {}))).isEqualTo("forbidden_anywhere");
    }

    @Test
    void anExportIsRecordedBeforeItsFirstLineAndIsCutToTheRight() throws IOException {
        AuditDesk.Export export = desk.export(LOCAL, AuditFilters.read(Map.of("actor", "li")::get));
        assertThat(recorded)
                .singleElement()
                .matches(event -> event.action() == Action.AUDIT_EXPORT
                        && event.outcome() == Outcome.DONE
                        && event.detail().equals("{actor=li}"));
        assertThat(export.writeTo(new ByteArrayOutputStream())).isEqualTo(1);
    }

    @Test
    void theWholeChainIsCheckedForThoseOfTheWholePlatform() {
        assertThat(code(() -> desk.verify(LOCAL, read -> {}))).isEqualTo("forbidden_everywhere");
        assertThat(recorded).isEmpty();
        assertThat(desk.verify(AUDITOR, read -> {}).sound()).isTrue();
        assertThat(recorded)
                .singleElement()
                .matches(event ->
                        event.action() == Action.AUDIT_VERIFY && event.detail().equals("entries 1-4, faults 0"));
    }

    @Test
    void filtersThatCanMatchNothingAreRefused() {
        assertThat(code(() -> AuditFilters.read(Map.of("from", "yesterday")::get)))
                .isEqualTo("audit_time_invalid");
        assertThat(code(() -> AuditFilters.read(Map.of("until", "2026-03-02")::get)))
                .isEqualTo("audit_time_invalid");
        assertThat(code(() -> AuditFilters.read(Map.of("action", "sign_in")::get)))
                .isEqualTo("audit_action_unknown");
        assertThat(code(() -> AuditFilters.read(Map.of("outcome", "ok")::get))).isEqualTo("audit_outcome_unknown");
        assertThat(code(() -> AuditFilters.read(Map.of("site", "1")::get))).isEqualTo("invalid_site_code");
        assertThat(code(() -> AuditFilters.read(Map.of("object", "a\0b")::get))).isEqualTo("audit_text_invalid");
        assertThat(code(() -> AuditFilters.place("-1"))).isEqualTo("audit_place_invalid");
        assertThat(code(() -> AuditFilters.place("99999999999999999999"))).isEqualTo("audit_place_invalid");
        assertThat(AuditFilters.place("")).isEqualTo(Long.MAX_VALUE);
        assertThat(AuditFilters.read(Map.of("from", " 2026-03-02T08:00:00+08:00 ", "actor", " ")::get))
                .isEqualTo(AuditFilters.read(Map.of("from", "2026-03-02T00:00:00Z")::get));
    }

    private List<Long> seen(Actor actor) {
        Page page = desk.search(actor, AuditQuery.ALL, Long.MAX_VALUE, 10);
        return page.items().stream().map(Entry::seq).toList();
    }

    /** The auditor everywhere, the other one in Guiyang, nobody else anywhere. */
    private static final class Rights implements Authority {

        @Override
        public boolean allows(Actor actor, String permission, SiteCode site) {
            return actor.equals(AUDITOR) || actor.equals(LOCAL) && site.value().equals(GUIYANG);
        }

        @Override
        public boolean allows(Actor actor, String permission, SiteCode site, String column) {
            return allows(actor, permission, site);
        }

        @Override
        public boolean isDeclared(String permission) {
            return true;
        }

        @Override
        public boolean allowsSomewhere(Actor actor, String permission) {
            return allows(actor, permission, new SiteCode(GUIYANG)) || allows(actor, permission, new SiteCode(NANMING));
        }

        @Override
        public boolean allowsEverywhere(Actor actor, String permission) {
            return actor.equals(AUDITOR);
        }

        @Override
        public Set<String> permissions(Actor actor, SiteCode site) {
            return Set.of();
        }

        @Override
        public Set<SiteCode> roots(Actor actor) {
            return Set.of();
        }
    }
}
