package org.signalup.evaluate.internal.tally;

import java.util.Collection;
import java.util.List;
import org.signalup.domain.Rat;
import org.signalup.engine.Engine;
import org.signalup.evaluate.internal.match.MatchSql;
import org.signalup.standards.Standard.Matching;

/**
 * Where samples that were refused for their instrument would have counted: they are matched like those that were not, in a pass
 * of their own over the refused rows alone. Rows that would have counted for nothing anyway, such as those with a level only, are
 * not lost and left out.
 *
 * <p>Keeps {@link #NAME}: by date, first target of the place or line (-1 for none), operator, source, instrument and code the rows
 * of coverage and the tests. A row is counted once for an object, however many of its targets it met.
 */
public final class LostSamples {
    public static final String NAME = "instrument_lost";

    /** Raised whenever the codes, what is counted or what rejects show changes its meaning. */
    static final String VERSION = "lost 2";

    private static final List<String> ATTRIBUTES =
            List.of("file_no", "row_no", "operator", "source", "instrument", "code", "covers", "tested", "date");
    private static final String GROUP = "date, tid, operator, source, instrument, code";

    private final Engine engine;

    public LostSamples(Engine engine) {
        this.engine = engine;
    }

    /** Whether rows were refused for their instrument, by the codes of all refused. */
    public static boolean among(Collection<String> codes) {
        return codes.stream().anyMatch(code -> code.startsWith(Refusal.INSTRUMENT));
    }

    /**
     * Matches {@code refused} rows of {@code sample_clean}; needs {@code target_object} and what samples are matched by. Takes over
     * the names of what samples were matched with before.
     */
    public void match(Matching matching) {
        engine.define("lost_sample", lost() + " WHERE covers = 1 OR tested = 1");
        new MatchSql(engine).define("lost_target", "lost_sample", ATTRIBUTES, matching);
        String columns = String.join(", ", ATTRIBUTES);
        engine.materialise(
                "lost_object",
                "SELECT " + columns
                        + ", MIN(tid) AS tid FROM (SELECT t.*, o.object_kind, o.object_no FROM lost_target AS t"
                        + " JOIN target_object AS o ON t.tid = o.tid) AS m GROUP BY object_kind, object_no, "
                        + columns);
        engine.materialise(
                NAME,
                "SELECT " + GROUP
                        + ", CAST(SUM(covers) AS BIGINT) AS samples, CAST(SUM(tested) AS BIGINT) AS tests FROM ("
                        + "SELECT " + columns + ", tid FROM lost_object UNION ALL SELECT " + of("s") + ", -1 AS tid"
                        + " FROM lost_sample AS s LEFT JOIN lost_object AS o ON s.file_no = o.file_no AND s.row_no = o.row_no"
                        + " WHERE o.tid IS NULL) AS l GROUP BY " + GROUP);
        engine.drop("lost_object");
    }

    private static String of(String alias) {
        return String.join(", ", ATTRIBUTES.stream().map(a -> alias + "." + a).toList());
    }

    private static String lost() {
        return """
                SELECT * FROM (SELECT c.*, COALESCE(c.instrument_id, d.instrument_id, '') AS instrument, r.code,
                    CASE WHEN %s THEN 1 ELSE 0 END AS covers,
                    CASE WHEN service IS NOT NULL AND rat <> %d THEN 1 ELSE 0 END AS tested
                  FROM sample_clean AS c JOIN (SELECT file_no, row_no, code FROM refused WHERE code LIKE '%s%%') AS r
                    ON c.file_no = r.file_no AND c.row_no = r.row_no
                  LEFT JOIN instrument_device AS d ON c.device_key = d.device_key) AS x""".formatted(Settle.COVERAGE, Rat.WIFI.number(), Refusal.INSTRUMENT);
    }
}
