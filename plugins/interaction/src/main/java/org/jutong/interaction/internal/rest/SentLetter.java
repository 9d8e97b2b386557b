package org.jutong.interaction.internal.rest;

/**
 * What the sender of a letter gets.
 *
 * @param code ten digits to follow the letter up by
 */
public record SentLetter(String code) {}
