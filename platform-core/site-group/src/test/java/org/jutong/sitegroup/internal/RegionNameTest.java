package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionNameTest {

    @ParameterizedTest
    @CsvSource({
        "贵州省,贵州",
        "贵阳市,贵阳",
        "黔东南苗族侗族自治州,黔东南",
        "黔西南布依族苗族自治州,黔西南",
        "威宁彝族回族苗族自治县,威宁",
        "道真仡佬族苗族自治县,道真",
        "三都水族自治县,三都",
        "印江土家族苗族自治县,印江",
        "六枝特区,六枝",
        "台江县,台江",
        "沙县,沙县",
        "新疆维吾尔自治区,新疆",
        "内蒙古自治区,内蒙古",
        "北京市,北京"
    })
    void aRegionIsCalledByItsShortName(String name, String expected) {
        assertThat(RegionName.shortOf(name)).isEqualTo(expected);
    }
}
