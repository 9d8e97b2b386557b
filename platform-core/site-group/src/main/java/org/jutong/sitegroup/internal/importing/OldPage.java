package org.jutong.sitegroup.internal.importing;

import java.util.List;
import java.util.Set;
import org.jutong.sitegroup.Articles.Draft;

/**
 * A page of the old site as an article. Links to the old site's own files are written in the body as
 * {@link OldLinks#PREFIX} and the path, until it is known where they lead to.
 *
 * @param path where it was
 * @param draft what it says
 * @param files the attachments and pictures that it shows
 * @param left links that were taken out because they lead nowhere
 * @param sure whether its encoding is certain
 */
record OldPage(String path, Draft draft, Set<String> files, List<String> left, boolean sure) {}
