package org.signalup.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Problem;
import org.signalup.ledger.internal.read.RowReading;
import org.signalup.standards.Programme;

/**
 * Ledger files row by row: a row with a problem is told with it and keeps no other row out. The checks are those of
 * {@link LedgerReader}; places and lines that are not in the files may be known from elsewhere.
 *
 * @param refused what makes a whole file unusable
 * @param notes what was odd about a whole file, such as columns nobody knows
 */
public record LedgerRows(
        List<Row<Place>> places,
        List<Row<StatedPoint>> keyPoints,
        List<Row<StatedLine>> lines,
        List<Row<Instrument>> instruments,
        List<Problem> refused,
        List<Problem> notes) {
    public LedgerRows {
        places = List.copyOf(places);
        keyPoints = List.copyOf(keyPoints);
        lines = List.copyOf(lines);
        instruments = List.copyOf(instruments);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
    }

    /**
     * One row, in the order of the file.
     *
     * @param line physical line where it begins
     * @param value empty when it was refused
     * @param version which state of the row it was exported from
     * @param errors why it was refused
     */
    public record Row<T>(
            String file,
            long line,
            Optional<T> value,
            Optional<Integer> version,
            List<Problem> errors,
            List<Problem> warnings) {
        public Row {
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
        }
    }

    /** What is kept already, that rows may refer to. */
    public interface Known {
        Known NOTHING = new Known() {
            @Override
            public Map<String, Place> places(Set<String> ids) {
                return Map.of();
            }

            @Override
            public Map<String, Line> lines(Set<String> ids) {
                return Map.of();
            }
        };

        Map<String, Place> places(Set<String> ids);

        Map<String, Line> lines(Set<String> ids);
    }

    /** Columns of a table file of the contract, in its order. */
    public enum Columns {
        PLACES,
        KEY_POINTS,
        INSTRUMENTS
    }

    /** Reads {@code places}, {@code keypoints}, {@code lines} and {@code instruments} of a folder, as many of them as there are. */
    public static LedgerRows read(Path dir, Programme programme, Known known) {
        return new RowReading(programme, known).folder(dir);
    }

    /** Reads rows that stand in no file, such as a form; each a map from column to text. Rows are numbered from 1. */
    public static LedgerRows of(Columns columns, List<Map<String, String>> rows, Programme programme, Known known) {
        return new RowReading(programme, known).rows(columns, rows);
    }

    /** Reads lines that stand in no file. */
    public static LedgerRows ofLines(String geojson, Programme programme) {
        return new RowReading(programme, Known.NOTHING).lines(geojson);
    }

    /** The names of the columns, in the order of the contract. */
    public static List<String> names(Columns columns) {
        return RowReading.names(columns);
    }

    /** The Chinese heading of a column. */
    public static String heading(Columns columns, String name) {
        return RowReading.heading(columns, name);
    }
}
