package org.jutong.sitegroup;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a site must be able to show for itself before it opens, and shows in its footer.
 *
 * @param sponsor 主办单位
 * @param contact how to reach it
 * @param icp ICP备案号, such as 黔ICP备05000001号
 * @param police 公安备案号, such as 黔公网安备52010202000001号
 * @param emblem the code of the 党政机关网站标识
 * @param test the security test, empty where there was none yet
 */
public record Filing(
        Optional<String> sponsor,
        Optional<String> contact,
        Optional<String> icp,
        Optional<String> police,
        Optional<String> emblem,
        Optional<SecurityTest> test) {

    /** Nothing yet. */
    public static final Filing NONE = new Filing(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * A security test (安全检测).
     *
     * @param on the day of the report
     * @param by who tested
     * @param passed whether it may go into service
     */
    public record SecurityTest(LocalDate on, String by, boolean passed) {}
}
