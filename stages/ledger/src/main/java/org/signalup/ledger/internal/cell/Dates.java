package org.signalup.ledger.internal.cell;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calendar dates: 2025-06-30, 2025/6/30, 2025.6.30, 2025年6月30日, 20250630; in workbooks also Excel's day numbers. */
public final class Dates {
    private static final Pattern SEPARATED =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ]0?0:00(?::00(?:\\.0+)?)?)?");
    private static final Pattern PACKED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DAY_NUMBER = Pattern.compile("\\d{5}(?:\\.0+)?");
    /** Day 0 of Excel, with its leap day of 1900 that never was. */
    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);

    private Dates() {}

    public static Optional<LocalDate> parse(String text, boolean spreadsheet) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (spreadsheet && DAY_NUMBER.matcher(plain).matches()) {
            return Optional.of(EXCEL_ZERO.plusDays((long) Double.parseDouble(plain)));
        }
        Matcher parts = SEPARATED.matcher(plain);
        if (!parts.matches()) {
            parts = PACKED.matcher(plain);
            if (!parts.matches()) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
