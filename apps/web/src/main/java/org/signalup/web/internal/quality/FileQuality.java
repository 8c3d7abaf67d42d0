package org.signalup.web.internal.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalup.evaluate.ResultTables;
import org.signalup.evaluate.Summary;
import org.signalup.web.internal.catalog.OpenEvaluation;

/**
 * What became of the rows of a file: read = used + thinned + refused.
 *
 * @param levelOnly used rows on 4G or 5G with a level and no SINR
 * @param reasons refused rows by code, the most frequent first
 */
public record FileQuality(
        Summary.FileLine file, long used, long thinned, long refused, long levelOnly, List<Reason> reasons) {
    /** Why rows were refused. */
    public record Reason(String code, long rows) {}

    private record Used(long rows, long levelOnly) {}

    static List<FileQuality> of(OpenEvaluation evaluation) {
        ResultTables tables = evaluation.tables();
        Map<String, Used> used = new HashMap<>();
        tables.forEach(
                "SELECT f.file, COUNT(*), SUM(CASE WHEN s.rat IN (4, 5) AND s.service IS NULL AND s.rsrp_mdbm IS NOT NULL"
                        + " AND s.sinr_mdb IS NULL THEN 1 ELSE 0 END) FROM sample AS s JOIN sample_file AS f"
                        + " ON s.file_no = f.file_no GROUP BY f.file",
                row -> used.put(row.text(0), new Used(row.getLong(1), row.getLong(2))));
        Map<String, List<Reason>> reasons = new HashMap<>();
        tables.forEach(
                "SELECT file, code, COUNT(*) FROM reject GROUP BY file, code ORDER BY file, COUNT(*) DESC, code",
                row -> reasons.computeIfAbsent(row.text(0), file -> new ArrayList<>())
                        .add(new Reason(row.text(1), row.getLong(2))));
        return evaluation.summary().files().stream()
                .map(file -> of(
                        file,
                        used.getOrDefault(file.file(), new Used(0, 0)),
                        reasons.getOrDefault(file.file(), List.of())))
                .toList();
    }

    private static FileQuality of(Summary.FileLine file, Used used, List<Reason> reasons) {
        long refused = reasons.stream().mapToLong(Reason::rows).sum();
        return new FileQuality(
                file, used.rows(), file.read() - refused - used.rows(), refused, used.levelOnly(), reasons);
    }
}
