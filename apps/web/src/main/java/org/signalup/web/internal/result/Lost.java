package org.signalup.web.internal.result;

import java.util.List;
import org.signalup.domain.Coded;
import org.signalup.domain.Source;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultTables;
import org.signalup.publish.Words;

/**
 * 因仪表未采用: rows of samples that a place or line lost because of an instrument that may not be used.
 *
 * @param instrumentId empty where they name none
 * @param samples rows of coverage, before thinning; {@code tests} are rate tests and service sessions
 */
public record Lost(String operator, Source source, String instrumentId, Text reason, long samples, long tests) {
    /** Of an object, {@code PLACE} or {@code LINE}; none in evaluations made before it was told. */
    public static List<Lost> list(ResultTables tables, String object, String id) {
        if (!tables.has("instrument_refusals")) {
            return List.of();
        }
        return tables.list(
                "SELECT operator, source, instrument_id, code, samples, tests FROM instrument_refusals WHERE object = ? AND object_id = ?"
                        + " ORDER BY operator, samples + tests DESC, source, instrument_id, code",
                row -> new Lost(
                        row.text(0),
                        Coded.find(Source.class, row.text(1)).orElseThrow(),
                        row.findText(2).orElse(""),
                        Words.reject(row.text(3)),
                        row.getLong(4),
                        row.getLong(5)),
                object,
                id);
    }
}
