package org.signalup.register.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * Initials of a Chinese name, 政务中心 → {@code zwzx}. A character with several readings gives several lines of initials, up to a
 * few: 重庆 is found as {@code cq} and as {@code zq}.
 */
public final class Pinyin {
    private static final int MOST_READINGS = 4;

    private Pinyin() {}

    public static String initials(String name) {
        List<StringBuilder> readings = new ArrayList<>(List.of(new StringBuilder()));
        for (int i = 0; i < name.length(); i++) {
            extend(readings, List.copyOf(initials(name.charAt(i))));
        }
        Set<String> lines = new LinkedHashSet<>();
        readings.forEach(reading -> lines.add(reading.toString()));
        return String.join("\n", lines);
    }

    /** Letters a character may begin with when said: its own for a Latin letter or digit, none for a sign. */
    private static Set<String> initials(char character) {
        Set<String> letters = new LinkedHashSet<>();
        if (character < 128) {
            if (Character.isLetterOrDigit(character)) {
                letters.add(String.valueOf(Character.toLowerCase(character)));
            }
            return letters;
        }
        String[] said = PinyinHelper.toHanyuPinyinStringArray(character);
        if (said != null) {
            for (String reading : said) {
                letters.add(reading.substring(0, 1));
            }
        }
        return letters;
    }

    private static void extend(List<StringBuilder> readings, List<String> letters) {
        if (letters.isEmpty()) {
            return;
        }
        int before = readings.size();
        for (int other = 1; other < letters.size() && before * (other + 1) <= MOST_READINGS; other++) {
            for (int i = 0; i < before; i++) {
                readings.add(new StringBuilder(readings.get(i)).append(letters.get(other)));
            }
        }
        for (int i = 0; i < before; i++) {
            readings.get(i).append(letters.get(0));
        }
    }
}
