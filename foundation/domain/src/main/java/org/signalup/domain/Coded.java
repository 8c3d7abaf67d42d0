package org.signalup.domain;

import java.util.Optional;

/** A word of the programme with a code for files, a number for storage that never changes, and a name for people. */
public interface Coded {
    /** The word in files, for example {@code 5G} or {@code LOCK_4G}. */
    String code();

    /** The number in stored samples. Never reused, never renumbered. */
    int number();

    Text text();

    /** Finds the constant with this code, ignoring case. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        for (E constant : type.getEnumConstants()) {
            if (constant.code().equalsIgnoreCase(code)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** Returns the constant with this stored number. */
    static <E extends Enum<E> & Coded> E of(Class<E> type, int number) {
        for (E constant : type.getEnumConstants()) {
            if (constant.number() == number) {
                return constant;
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + " number: " + number + " (expected: a known one)");
    }
}
