package org.signalup.intake.internal.row;

import java.util.regex.Pattern;

/** Makes a refused value safe to show: no numbers of people or phones, no addresses, no formula, not too long. */
public final class Masking {
    private static final Pattern LONG_NUMBER = Pattern.compile("(\\d{2})\\d{9,}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@([^@\\s]+)");
    private static final Pattern ADDRESS = Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b");
    private static final Pattern ADDRESS_6 =
            Pattern.compile("(?i)(?<![\\w:])(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}(?![\\w:])");
    private static final Pattern MAC = Pattern.compile("(?i)\\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\\b");
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+(?:\\.[\\w-]+)*");
    private static final Pattern UUID = Pattern.compile("(?i)\\b([0-9a-f]{8})(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:\\.\\d+)?");
    private static final int LONGEST = 80;

    private Masking() {}

    public static String mask(String value) {
        if (value.startsWith("{") || value.startsWith("[")) {
            // A record within a cell may hold anything.
            return "{…}";
        }
        String short_ = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
        String masked = ADDRESS.matcher(short_).replaceAll("***");
        masked = MAC.matcher(masked).replaceAll("***");
        masked = ADDRESS_6.matcher(masked).replaceAll("***");
        masked = TOKEN.matcher(masked).replaceAll("***");
        masked = UUID.matcher(masked).replaceAll("$1***");
        masked = EMAIL.matcher(masked).replaceAll("***@$1");
        masked = LONG_NUMBER.matcher(masked).replaceAll("$1***");
        boolean formula = !masked.isEmpty()
                && "=+-@\t".indexOf(masked.charAt(0)) >= 0
                && !NUMBER.matcher(masked).matches();
        return formula ? "'" + masked : masked;
    }
}
