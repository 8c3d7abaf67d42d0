package org.signalup.domain;

import java.time.LocalDate;

/** The days an evaluation covers, both ends included; {@code null} is open. */
public record Period(LocalDate from, LocalDate to) {
    public static final Period ALL = new Period(null, null);

    public Period {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to: " + to + " (expected: not before " + from + ")");
        }
    }

    public boolean contains(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }
}
