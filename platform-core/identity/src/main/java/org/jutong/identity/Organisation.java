package org.jutong.identity;

import java.util.Optional;
import org.jutong.plugin.SiteCode;

/**
 * An organisation of the government, in a tree.
 *
 * @param id its number
 * @param code its unified social credit code, 18 characters (GB 32100-2015)
 * @param name its name, such as 贵阳市人民政府办公厅
 * @param parent the number of the organisation above it; empty at the top
 * @param site the site that it runs, if it runs one
 */
public record Organisation(long id, String code, String name, Optional<Long> parent, Optional<SiteCode> site) {}
