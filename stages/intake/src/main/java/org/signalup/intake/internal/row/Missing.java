package org.signalup.intake.internal.row;

import java.util.Set;

/** The ways clients write "no value". */
final class Missing {
    private static final Set<String> WORDS =
            Set.of("", "-", "--", "—", "——", "N/A", "NA", "n/a", "#N/A", "null", "NULL", "Null", "\\N", "None", "nil");
    private static final Set<String> NUMBERS =
            Set.of("2147483647", "-2147483648", "9223372036854775807", "-9223372036854775808", "-32768");
    private static final int SHORTEST_NUMBER = 6;

    private Missing() {}

    static boolean word(String text) {
        return WORDS.contains(text);
    }

    /** Whether a cell that should hold a number says that there is none. Numbers take the quick way out. */
    static boolean number(byte[] bytes, int start, int end) {
        int length = end - start;
        byte last = bytes[end - 1];
        if (last < '0' || last > '9') {
            return last != '.' && length <= 6 && word(text(bytes, start, end));
        }
        return length >= SHORTEST_NUMBER && suspicious(last, length) && NUMBERS.contains(text(bytes, start, end));
    }

    private static boolean suspicious(byte last, int length) {
        return switch (last) {
            case '8' -> length == 6 || length == 11 || length == 20;
            case '7' -> length == 10 || length == 19;
            default -> false;
        };
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, java.nio.charset.StandardCharsets.UTF_8);
    }
}
