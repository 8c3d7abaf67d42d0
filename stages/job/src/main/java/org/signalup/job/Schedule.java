package org.signalup.job;

import java.time.LocalDate;

/**
 * An evaluation of every month.
 *
 * @param name the evaluations are called this and the month, {@code name-2025-09}
 * @param order what is the same every month; its period is not used
 * @param day of the following month on which it begins, 1 to 28
 * @param hour of that day in the programme's time zone
 * @param nextMonth first day of the month evaluated next
 * @param version counts changes, against lost updates
 */
public record Schedule(
        long id, String name, JobOrder order, int day, int hour, LocalDate nextMonth, boolean active, int version) {}
