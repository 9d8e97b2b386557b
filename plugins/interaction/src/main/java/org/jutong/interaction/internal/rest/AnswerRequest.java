package org.jutong.interaction.internal.rest;

/**
 * An answer to a letter.
 *
 * @param version the letter's version that was read; absent to answer whatever it is now
 */
public record AnswerRequest(String text, Integer version) {}
