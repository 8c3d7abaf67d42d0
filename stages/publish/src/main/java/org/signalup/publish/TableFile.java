package org.signalup.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.publish.internal.table.CsvTable;
import org.signalup.publish.internal.table.GeoJsonTable;
import org.signalup.publish.internal.table.KmlTable;
import org.signalup.publish.internal.table.MapInfoTable;
import org.signalup.publish.internal.table.XlsxTable;

/**
 * A table on its way into a file, row by row, so that millions of rows need no memory. Texts that a spreadsheet would compute
 * begin with an apostrophe in CSV; in the other formats a text is a text.
 */
public interface TableFile extends AutoCloseable {
    /** What a column holds. */
    enum Type {
        TEXT,
        INTEGER,
        DECIMAL
    }

    /**
     * A column.
     *
     * @param code name in files for programs: lower-case letters, digits, {@code _}
     * @param heading for people, as in spreadsheets
     */
    record Column(String code, Text heading, Type type) {}

    /**
     * What the table is.
     *
     * @param code name of the layer and of files in an archive: letters, digits, {@code -}
     * @param notes what a reader has to know: the standard, the day, simulated data
     * @param verdict the column whose verdicts give the colours of a map, if any
     */
    record About(String code, Text title, List<Text> notes, Optional<String> verdict, Language language) {
        public String note() {
            return String.join(
                    language == Language.ZH ? "；" : "; ",
                    notes.stream().map(note -> note.in(language)).toList());
        }
    }

    /**
     * Adds a row.
     *
     * @param values one a column: String, Long, Double or null
     */
    void row(List<Object> values, Shape shape) throws IOException;

    /** Ends the file; the stream stays open. */
    @Override
    void close() throws IOException;

    /** Begins a file. */
    static TableFile open(FileFormat format, About about, List<Column> columns, OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvTable(columns, out);
            case XLSX -> new XlsxTable(about, columns, out);
            case GEOJSON -> new GeoJsonTable(about, columns, out);
            case KML -> new KmlTable(about, columns, out);
            case MAPINFO -> new MapInfoTable(about, columns, out);
        };
    }
}
