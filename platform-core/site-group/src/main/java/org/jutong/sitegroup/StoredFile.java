package org.jutong.sitegroup;

/**
 * A file that somebody handed in.
 *
 * @param id its number
 * @param name its name, without a path
 * @param type its media type, found by looking at the content
 * @param size in bytes
 * @param sha256 of the content, lower-case hexadecimal
 */
public record StoredFile(long id, String name, String type, long size, String sha256) {}
