package org.signalup.intake.internal.row;

import java.util.regex.Pattern;

/** Makes a refused value safe to show: no numbers of people or phones, no addresses, no formula, not too long. */
public final class Masking {
    private static final Pattern LONG_NUMBER = Pattern.compile("(\\d{2})\\d{9,}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@([^@\\s]+)");
    private static final Pattern ADDRESS = Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:\\.\\d+)?");
    private static final int LONGEST = 80;

    private Masking() {}

    public static String mask(String value) {
        String short_ = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
        String masked = ADDRESS.matcher(short_).replaceAll("***");
        masked = EMAIL.matcher(masked).replaceAll("***@$1");
        masked = LONG_NUMBER.matcher(masked).replaceAll("$1***");
        boolean formula = !masked.isEmpty()
                && "=+-@\t".indexOf(masked.charAt(0)) >= 0
                && !NUMBER.matcher(masked).matches();
        return formula ? "'" + masked : masked;
    }
}
