package org.jutong.columns;

import java.time.Period;

/**
 * How long a column may stay without news before an inspection objects. Two weeks are 14 days; months and years are those
 * of the calendar, so that six months are not a number of days.
 *
 * @param id its name in the standard, such as {@code policy}; also the class under which an inspection judges the column
 * @param period the longest time between two updates
 * @param basis the rule it comes from
 */
public record UpdateClock(String id, Period period, Basis basis) {}
