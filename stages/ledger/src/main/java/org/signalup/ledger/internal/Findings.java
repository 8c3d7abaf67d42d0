package org.signalup.ledger.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;

/** Everything found wrong or odd so far, in the order of finding. An error refuses the ledger, a warning does not. */
public final class Findings {
    private static final int LONGEST_VALUE = 80;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    /** Mobile numbers and identity card numbers have no place in a report. */
    private static final Pattern PERSONAL = Pattern.compile("(?<!\\d)(?:1[3-9]\\d{9}|\\d{17}[\\dXx])(?!\\d)");

    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    /** Where in the input: row 0 = the whole file, empty column = the whole row. */
    public record Spot(String file, long row, String column, String value) {
        public static Spot file(String file) {
            return new Spot(file, 0, "", "");
        }
    }

    public void error(Spot spot, String code, String zh, String en) {
        errors.add(problem(spot, code, zh, en));
    }

    public void warn(Spot spot, String code, String zh, String en) {
        warnings.add(problem(spot, code, zh, en));
    }

    private static Problem problem(Spot spot, String code, String zh, String en) {
        return new Problem(spot.file(), spot.row(), spot.column(), shown(spot.value()), code, Text.of(zh, en));
    }

    private static String shown(String value) {
        String plain = CONTROL.matcher(value).replaceAll("·");
        plain = PERSONAL.matcher(plain).replaceAll(found -> found.group().substring(0, 2) + "***");
        return plain.length() <= LONGEST_VALUE ? plain : plain.substring(0, LONGEST_VALUE) + "…";
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    public int errorCount() {
        return errors.size();
    }

    public List<Problem> errors() {
        return List.copyOf(errors);
    }

    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }
}
