package org.signalup.domain;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A floor 楼层 as a number, whatever it is called: B1 = -1 = 负一层, 3F = F3 = 三层 = 3. An indoor key point and a sample
 * meet only on the same number.
 */
public final class Floor {
    private static final Pattern PLAIN = Pattern.compile("([-+]?)(\\d{1,3})(?:\\.0+)?");
    private static final Pattern BELOW = Pattern.compile("(?:B|LG|负|地下)(\\d{1,2})");
    private static final Pattern ABOVE = Pattern.compile("(?:F|L|地上|第)?(\\d{1,3})");
    private static final String DIGITS = "零一二三四五六七八九";

    private Floor() {}

    /** Finds the number of a floor; empty when the text names none. */
    public static OptionalInt find(String text) {
        String key = arabic(text.strip().toUpperCase(Locale.ROOT)).replaceAll("(?:层|楼|F)$", "");
        Matcher plain = PLAIN.matcher(key);
        if (plain.matches()) {
            int floor = Integer.parseInt(plain.group(2));
            return OptionalInt.of(plain.group(1).equals("-") ? -floor : floor);
        }
        Matcher below = BELOW.matcher(key);
        if (below.matches()) {
            return OptionalInt.of(-Integer.parseInt(below.group(1)));
        }
        Matcher above = ABOVE.matcher(key);
        return above.matches() ? OptionalInt.of(Integer.parseInt(above.group(1))) : OptionalInt.empty();
    }

    /** 二十三 → 23, 负一 → 负1. */
    private static String arabic(String text) {
        String spelled = text.replace("两", "二")
                .replaceAll("([一二三四五六七八九])十([一二三四五六七八九])", "$1$2")
                .replaceAll("([一二三四五六七八九])十", "$10")
                .replaceAll("十([一二三四五六七八九])", "1$1")
                .replace("十", "10");
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < spelled.length(); i++) {
            int digit = DIGITS.indexOf(spelled.charAt(i));
            digits.append(digit >= 0 ? (char) ('0' + digit) : spelled.charAt(i));
        }
        return digits.toString();
    }
}
