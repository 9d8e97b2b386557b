package org.jutong.columns.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    @ParameterizedTest
    @ValueSource(strings = {"5200000127", "3600000010", "1101020002", "bm01000001"})
    void realCodesOfSitesAreTaken(String code) {
        assertThat(SiteIdCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "520000000127",
                "520000012",
                "52000001270",
                "bm0100001",
                "bm010000011",
                "BM01000001",
                "５２００００0127",
                ""
            })
    void otherCodesOfSitesAreRefused(String code) {
        assertThat(SiteIdCode.isValid(code)).isFalse();
    }

    @Test
    void theCheckCharacterOfAnOrganisation() {
        assertThat(List.of("000014349", "01527918X")).allMatch(OrganisationCode::isValid);
        assertThat(List.of("000014348", "015279180", "01527918x", "00001434", "0000143499"))
                .noneMatch(OrganisationCode::isValid);
    }

    @ParameterizedTest
    @CsvSource({
        "国办发〔2017〕47号,",
        "黔府办函〔2026〕1号,",
        "国令第711号,",
        "国办发[2017]47号,国办发〔2017〕47号",
        "国办发［2017］47号,国办发〔2017〕47号",
        "国办发（2017）47号,国办发〔2017〕47号",
        "国办发【2017】47号,国办发〔2017〕47号",
        "国办发〔2017〕第47号,国办发〔2017〕47号",
        "国办发〔2017〕047号,国办发〔2017〕47号",
        "国办发〔17〕47号,国办发〔2017〕47号",
        "国办发〔98〕3号,国办发〔1998〕3号",
        "国办发 〔2017〕 47 号,国办发〔2017〕47号",
        "国办发２０１７年４７号,国办发〔2017〕47号",
        "国办发〔2017〕47,国办发〔2017〕47号",
    })
    void theNumberOfADocumentAndWhatWasMeant(String text, String meant) {
        assertThat(DocumentNumber.isValid(text)).isEqualTo(meant == null);
        assertThat(DocumentNumber.meant(text)).isEqualTo(Optional.ofNullable(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"无", "", "47号", "国办发〔3017〕47号", "国办发〔2017〕0号", "国办发〔2017〕号", "国办发〔2017〕123456号", "国办发2017号"})
    void whatIsNoNumberOfADocumentHasNoSuggestion(String text) {
        assertThat(DocumentNumber.isValid(text)).isFalse();
        assertThat(DocumentNumber.meant(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "000014349/2017-00110,",
        "00001434-9/2017-00110,000014349/2017-00110",
        "０００014349／2017－00110,000014349/2017-00110",
        "000014349 / 2017 — 00110,000014349/2017-00110",
        "01527918x/2020-00001,01527918X/2020-00001",
    })
    void theIndexNumberAndWhatWasMeant(String text, String meant) {
        assertThat(IndexNumber.isFormed(text)).isEqualTo(meant == null);
        assertThat(IndexNumber.meant(text)).isEqualTo(Optional.ofNullable(meant));
        assertThat(IndexNumber.hasValidOrganisation(Optional.ofNullable(meant).orElse(text)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"000014349/2017-0110", "000014349/2017-001100", "00001434/2017-00110", "000014349-2017-00110"})
    void whatIsNoIndexNumberHasNoSuggestion(String text) {
        assertThat(IndexNumber.isFormed(text)).isFalse();
        assertThat(IndexNumber.meant(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2017-07-21 08:22,",
        "2024-02-29 00:00,",
        "2017-7-21 8:22,2017-07-21 08:22",
        "2017年07月21日 08时22分,2017-07-21 08:22",
        "2017/07/21 08:22:33,2017-07-21 08:22",
        "2017-07-21T08:22,2017-07-21 08:22",
        "２０１７-07-21　08：22,2017-07-21 08:22",
    })
    void aTimeAndWhatWasMeant(String text, String meant) {
        assertThat(MinuteText.isValid(text)).isEqualTo(meant == null);
        assertThat(MinuteText.meant(text)).isEqualTo(Optional.ofNullable(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-07-21",
                "2023-02-29 10:00",
                "2017-02-30 10:00",
                "2017-07-21 25:00",
                "2017-07-2108:22",
                "昨天",
                ""
            })
    void whatIsNoTimeHasNoSuggestion(String text) {
        assertThat(MinuteText.isValid(text)).isFalse();
        assertThat(MinuteText.meant(text)).isEmpty();
    }

    @Test
    void thereAre22ClassesWith121Subclasses() {
        SubjectClasses classes = SubjectClasses.load();
        assertThat(classes.all()).hasSize(22);
        assertThat(classes.all().values().stream().mapToInt(List::size).sum()).isEqualTo(121);
        assertThat(List.of("综合政务\\电子政务", "其他", "财政、金融、审计\\货币（含外汇）")).allMatch(classes::isValid);
        assertThat(List.of("电子政务", "综合政务\\财政", "综合政务\\", "", "\\其他")).noneMatch(classes::isValid);
        assertThat(classes.meant("综合政务 > 电子政务")).contains("综合政务\\电子政务");
        assertThat(classes.meant("电子政务")).contains("综合政务\\电子政务");
        assertThat(classes.meant("财政、金融、审计/财政")).contains("财政、金融、审计\\财政");
        assertThat(classes.meant("其他事项")).isEmpty();
        assertThat(classes.basis().source()).contains("主题分类");
    }
}
