package org.signalup.web.internal.result;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.signalup.domain.Text;
import org.signalup.web.internal.site.PageFailure;

/** Chainage in the address of a page: {@code K12+300}, or metres. */
public final class Chainage {
    private static final Pattern SIGN = Pattern.compile("[Kk]([0-9]{1,6})(?:\\+([0-9]{1,3})(\\.[0-9]{1,3})?)?");
    private static final Pattern METRES = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,3})?");

    private Chainage() {}

    /** Metres from the start of the line; empty when nothing is asked; 400 when it cannot be read. */
    public static Optional<Double> metres(String text) {
        String asked = text.strip().replace(' ', '+');
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Matcher sign = SIGN.matcher(asked);
        if (sign.matches()) {
            double metres = Integer.parseInt(sign.group(1)) * 1000.0;
            metres += sign.group(2) == null ? 0 : Integer.parseInt(sign.group(2));
            return Optional.of(metres + (sign.group(3) == null ? 0 : Double.parseDouble("0" + sign.group(3))));
        }
        if (METRES.matcher(asked).matches()) {
            return Optional.of(Double.parseDouble(asked));
        }
        throw PageFailure.badRequest(
                Text.of("里程无法识别（应为 K12+300，或米数）", "Not a chainage (expected: K12+300, or metres)"));
    }
}
