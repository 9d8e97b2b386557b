package org.jutong.sitegroup.internal.importing;

import java.util.Map;

/**
 * What is to be imported, and how.
 *
 * @param archive the number of an archive that was handed in; {@code null} where a folder is given
 * @param folder a folder below that of the machine's operator; {@code null} where an archive is given
 * @param mapping how the old site is read
 * @param dryRun whether nothing is to be written
 */
public record ImportRequest(Long archive, String folder, Map<String, Object> mapping, boolean dryRun) {}
