package org.jutong.columns.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the foot of every page shows. */
public enum FooterItem {
    /** 党政机关网站标识. */
    PARTY_MARK,
    /** 我为政府网站找错. */
    ERROR_REPORT,
    /** 网站标识码. */
    SITE_CODE,
    /** 主办单位. */
    OWNER,
    /** How to reach the 主办单位. */
    CONTACT,
    /** ICP备案号. */
    ICP_NUMBER,
    /** 公安备案号. */
    POLICE_NUMBER,
    /** 站点地图. */
    SITE_MAP;

    /** Its name in data and texts, such as {@code icp-number}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The item of this name, or empty. */
    public static Optional<FooterItem> of(String id) {
        return Arrays.stream(values()).filter(item -> item.id().equals(id)).findFirst();
    }
}
