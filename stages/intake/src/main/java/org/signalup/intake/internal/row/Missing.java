package org.signalup.intake.internal.row;

import java.util.Set;

/** The ways clients write "no value". */
final class Missing {
    private static final Set<String> WORDS = Set.of(
            "", "-", "--", "–", "—", "——", "－", ".", "/", "N/A", "NA", "n/a", "#N/A", "null", "NULL", "Null", "\\N",
            "None", "nil");
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
            return length <= 6 && word(text(bytes, start, end));
        }
        return length >= SHORTEST_NUMBER
                && (last == '7' || last == '8')
                && suspicious(bytes, end)
                && NUMBERS.contains(text(bytes, start, end));
    }

    /** Whether the last three digits are those of one of {@link #NUMBERS}. */
    private static boolean suspicious(byte[] bytes, int end) {
        int tail = (bytes[end - 3] - '0') * 100 + (bytes[end - 2] - '0') * 10 + (bytes[end - 1] - '0');
        return switch (tail) {
            case 647, 648, 768, 807, 808 -> true;
            default -> false;
        };
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, java.nio.charset.StandardCharsets.UTF_8);
    }
}
