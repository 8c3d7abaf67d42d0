package org.signalup.ledger.internal.cell;

import java.text.Normalizer;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Decimal numbers, also in full-width digits; never NaN nor infinite. */
public final class Numbers {
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:\\d{1,18}(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d{1,3})?");

    private Numbers() {}

    public static OptionalDouble parse(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (!DECIMAL.matcher(plain).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(plain);
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }
}
