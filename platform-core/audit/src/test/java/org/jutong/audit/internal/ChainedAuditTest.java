package org.jutong.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Action;
import org.jutong.audit.Entry;
import org.jutong.audit.Event;
import org.jutong.audit.Origin;
import org.jutong.audit.chain.HashAlgorithm;
import org.jutong.audit.internal.store.EntryTable;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;

class ChainedAuditTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.ofEpochMilli(1_772_000_000_123L), ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anEntrySaysWhoForWhomWhatOnWhatFromWhereAndHowItEnded(Databases database) {
        Store store = database.empty();
        record(
                store,
                Event.done(Action.GRANT_GIVE, new Actor("li.ming", "李明"), "account:wang")
                        .on(new SiteCode("5201000001"))
                        .onBehalfOf("zhao")
                        .saying("editor"));
        Entry entry = new EntryTable(store).find(1).orElseThrow();
        assertThat(entry.seq()).isEqualTo(1);
        assertThat(entry.time()).isEqualTo(1_772_000_000_123L);
        assertThat(entry.link().content())
                .containsExactly(
                        "1772000000123",
                        "li.ming",
                        "李明",
                        "zhao",
                        "GRANT_GIVE",
                        "DONE",
                        "5201000001",
                        "account:wang",
                        "REST",
                        "192.0.2.7",
                        "editor");
        assertThat(entry.link().isSound()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whateverIsRecordedIsStoredAsItWasHashed(Databases database) {
        Store store = database.empty();
        String odd = "\0 \uD800 😀 13812345678 e\u0301 \r\n\t'\"\\ " + "长".repeat(2000);
        record(
                store,
                Event.denied(Action.SIGN_IN, new Actor(odd, odd), odd, odd).onBehalfOf(odd));
        Entry entry = new EntryTable(store).find(1).orElseThrow();
        assertThat(entry.link().isSound()).isTrue();
        assertThat(entry.object()).hasSize(200).startsWith("\uFFFD \uFFFD 😀 138****5678 ");
        assertThat(entry.detail()).hasSize(1000).endsWith("…");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void blanksAtTheEndsAndEmptyTextsAreKept(Databases database) {
        Store store = database.empty();
        record(store, Event.done(Action.SIGN_OUT, Actor.ANONYMOUS, "  x  ").saying(" "));
        Entry entry = new EntryTable(store).find(1).orElseThrow();
        assertThat(entry.object()).isEqualTo("  x  ");
        assertThat(entry.detail()).isEqualTo(" ");
        assertThat(entry.actor()).isEmpty();
        assertThat(entry.link().isSound()).isTrue();
    }

    @Test
    void theSettingNamesAHashThatThereIs() {
        assertThat(settings("SM3").algorithm()).isEqualTo(HashAlgorithm.SM3);
        assertThat(AuditSettings.of(Map.of(), name -> null).algorithm()).isEqualTo(HashAlgorithm.SHA_256);
        assertThatThrownBy(() -> settings("MD5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MD5");
    }

    private static AuditSettings settings(String hash) {
        return AuditSettings.of(Map.of("JUTONG_AUDIT_HASH", hash), name -> null);
    }

    private static void record(Store store, Event event) {
        ChainedAudit audit = new ChainedAudit(store, CLOCK, AuditSettings.of(Map.of(), name -> null));
        Origin before = Origin.enter(new Origin(Origin.Channel.REST, "192.0.2.7"));
        try {
            audit.record(event);
        } finally {
            Origin.enter(before);
            audit.close();
        }
    }
}
