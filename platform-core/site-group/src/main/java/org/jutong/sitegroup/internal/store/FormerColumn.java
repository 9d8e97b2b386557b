package org.jutong.sitegroup.internal.store;

import java.util.Optional;
import org.jutong.plugin.SiteCode;

/**
 * A column that a site has no more.
 *
 * @param successor the key of the column to which its address leads; that one may be a former column too
 * @param renamed whether it is its successor under an earlier key; rights in it are rights there then
 */
public record FormerColumn(SiteCode site, String key, Optional<String> successor, boolean renamed) {}
