package org.signalup.web.internal.result;

import java.util.List;
import java.util.Locale;
import org.signalup.domain.RatRow;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultTables;
import org.signalup.publish.Words;
import org.signalup.standards.Standard.Part;

/**
 * 失分: one measured part of the score of a place or line for an operator.
 *
 * @param weight in the standard; {@code applied} is the share of the weight measured
 * @param because what kept it down, in words
 */
public record Losses(
        String operator, Text part, double weight, double applied, double score, double lost, List<Text> because) {
    /** The parts of an object, {@code PLACE} or {@code LINE}; none in evaluations made before there were any. */
    public static List<Losses> list(ResultTables tables, String object, String id, RatRow rat) {
        if (!tables.has("scores")) {
            return List.of();
        }
        return tables.list(
                "SELECT operator, part, weight, applied, score, lost, because FROM scores WHERE object = ? AND object_id = ?"
                        + " AND rat = ? ORDER BY operator, lost DESC, part",
                row -> new Losses(
                        row.text(0),
                        Words.part(Part.valueOf(row.text(1))),
                        row.getDouble(2),
                        row.getDouble(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row
                                .findText(6)
                                .filter(codes -> !codes.isEmpty())
                                .map(codes -> List.of(codes.split(";")))
                                .orElse(List.of())
                                .stream()
                                .map(Words::lost)
                                .toList()),
                object,
                id,
                rat.code());
    }

    public String scored() {
        return twoDecimals(score);
    }

    public String points() {
        return twoDecimals(lost);
    }

    private static String twoDecimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
