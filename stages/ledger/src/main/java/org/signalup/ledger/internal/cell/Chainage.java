package org.signalup.ledger.internal.cell;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 桩号: K12+345 is 12 345 m; a letter or two before the K name the alignment (DK, ZK). */
public final class Chainage {
    private static final Pattern STAKE = Pattern.compile("[A-Z]{0,2}K(\\d{1,5})(?:\\+(\\d{1,3}(?:\\.\\d{1,3})?))?");

    private Chainage() {}

    public static OptionalDouble parseStake(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace(" ", "")
                .toUpperCase(Locale.ROOT);
        Matcher stake = STAKE.matcher(plain);
        if (!stake.matches()) {
            return OptionalDouble.empty();
        }
        double metres = stake.group(2) == null ? 0 : Double.parseDouble(stake.group(2));
        return OptionalDouble.of(Integer.parseInt(stake.group(1)) * 1000.0 + metres);
    }

    /** 12345.6 m as K12+345.6. */
    public static String stake(double metres) {
        long decimetres = Math.round(metres * 10);
        long kilometres = decimetres / 10_000;
        long rest = decimetres % 10_000;
        String whole = String.format(Locale.ROOT, "K%d+%03d", kilometres, rest / 10);
        return rest % 10 == 0 ? whole : whole + "." + rest % 10;
    }
}
