package org.jutong.sitegroup;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Simplified and Traditional Chinese, word by word with the platform's own dictionary: 运维系统 ⇄ 運維系統, where the
 * stock tables give 運維繫統. Thread-safe.
 */
@ProviderType
public interface ChineseScript {

    /** Text in Simplified characters; anything but Han characters stays. */
    String toSimplified(String text);

    /** Text in Traditional characters; anything but Han characters stays. */
    String toTraditional(String text);
}
