package org.signalup.evaluate.internal.filter;

import java.util.Locale;
import org.signalup.domain.Rat;
import org.signalup.standards.CrowdFilters;

/** The rules that say something about a sample as such, each a query for {@code file_no, row_no} of what it catches. */
final class SampleRules {
    /** Metres per 1e-7 degree of a great circle of the mean sphere. */
    private static final String METRES = number(6_371_008.8 * Math.PI / 180 / 1e7);

    private static final String RADIANS_OF_SUM = number(Math.PI / 180 / 1e7 / 2);
    private static final double S_PER_H = 3600;
    private static final String FIX = "device_key, date, observed_ms, lon_e7, lat_e7, accuracy";

    private final CrowdFilters filters;

    SampleRules(CrowdFilters filters) {
        this.filters = filters;
    }

    static String plmn(String from) {
        return "SELECT s.file_no, s.row_no FROM " + from + " AS s LEFT JOIN crowd_plmn AS p ON s.serving_plmn = p.plmn"
                + " WHERE s.serving_plmn IS NOT NULL AND p.plmn IS NULL";
    }

    static String mock(String from) {
        return "SELECT file_no, row_no FROM " + from + " WHERE mock = 1";
    }

    /** Held against the spectrum of the serving network, where it is said, else of the customer's. */
    static String bands(String from) {
        return """
                SELECT n.file_no, n.row_no FROM (
                  SELECT s.file_no, s.row_no, s.rat, s.arfcn, COALESCE(p.operator, s.operator) AS network
                  FROM %s AS s LEFT JOIN crowd_plmn AS p ON s.serving_plmn = p.plmn
                  WHERE s.arfcn IS NOT NULL AND s.rat IN (%d, %d)) AS n
                JOIN crowd_band AS b ON n.network = b.network AND n.rat = b.rat
                GROUP BY n.file_no, n.row_no
                HAVING MAX(CASE WHEN n.arfcn >= b.from_arfcn AND n.arfcn <= b.to_arfcn THEN 1 ELSE 0 END) = 0""".formatted(from, Rat.G4.number(), Rat.G5.number());
    }

    /**
     * A position out of reach of both the one before and the one after; at an end of the day, of the two next to it. Where
     * there are but two, both or none. Equal positions at the same moment are one.
     */
    String speed(String from) {
        // What looks like a comment is one to DuckDB; Spark brings a device's day together once, not at each step.
        String fixes =
                "SELECT DISTINCT * FROM (SELECT /*+ REPARTITION(device_key, date) */ device_key, date, observed_ms,"
                        + " CAST(lon_e7 AS BIGINT) AS lon_e7, CAST(lat_e7 AS BIGINT) AS lat_e7, COALESCE(accuracy_mm, 0) AS accuracy"
                        + " FROM " + from + " WHERE has_device AND lon_e7 IS NOT NULL) AS p";
        StringBuilder beside = new StringBuilder();
        for (String column : new String[] {"observed_ms", "lon_e7", "lat_e7", "accuracy"}) {
            beside.append(", ")
                    .append(neighbour("LAG", "LEAD", column))
                    .append(" AS p_")
                    .append(column);
            beside.append(", ")
                    .append(neighbour("LEAD", "LAG", column))
                    .append(" AS n_")
                    .append(column);
        }
        String far = "SELECT " + FIX + ", " + far("p_") + " AS p_far, " + far("n_") + " AS n_far FROM (SELECT " + FIX
                + beside + " FROM (" + fixes + ") AS f) AS b";
        return """
                SELECT s.file_no, s.row_no FROM %s AS s
                JOIN (SELECT * FROM (%s) AS o WHERE p_far <> 0 AND n_far <> 0 AND p_far + n_far > -2) AS k
                  ON s.device_key = k.device_key AND s.date = k.date
                  AND s.observed_ms = k.observed_ms AND s.lon_e7 = k.lon_e7 AND s.lat_e7 = k.lat_e7
                  AND COALESCE(s.accuracy_mm, 0) = k.accuracy
                WHERE s.has_device""".formatted(from, far);
    }

    private static String neighbour(String side, String other, String column) {
        String order = " OVER (PARTITION BY device_key, date ORDER BY observed_ms, lon_e7, lat_e7, accuracy)";
        return "COALESCE(" + side + "(" + column + ", 1)" + order + ", " + other + "(" + column + ", 2)" + order + ")";
    }

    /** 1 beyond reach, 0 within it, -1 where there is no neighbour. */
    private String far(String side) {
        String dy = "((lat_e7 - " + side + "lat_e7) * " + METRES + ")";
        String dx = "((lon_e7 - " + side + "lon_e7) * " + METRES + " * " + cosine(side) + ")";
        String reach = "(ABS(observed_ms - " + side + "observed_ms) * "
                + number(filters.speed().maxKmh() / S_PER_H) + " + (accuracy + " + side
                + "accuracy) / CAST(1000 AS DOUBLE) + "
                + number(filters.speed().slackM()) + ")";
        return "CASE WHEN " + side + "observed_ms IS NULL THEN -1 WHEN " + dx + " * " + dx + " + " + dy + " * " + dy
                + " > " + reach + " * " + reach + " THEN 1 ELSE 0 END";
    }

    /** Cosine of the mean latitude by its series: engines differ in the last digit of their own. */
    private static String cosine(String side) {
        String x = "((lat_e7 + " + side + "lat_e7) * " + RADIANS_OF_SUM + ")";
        String square = "(" + x + " * " + x + ")";
        return "(CAST(1 AS DOUBLE) - " + square + " / CAST(2 AS DOUBLE) * (CAST(1 AS DOUBLE) - " + square
                + " / CAST(12 AS DOUBLE) * (CAST(1 AS DOUBLE) - " + square
                + " / CAST(30 AS DOUBLE) * (CAST(1 AS DOUBLE) - "
                + square + " / CAST(56 AS DOUBLE)))))";
    }

    /** A double as text both engines read as the same double. */
    static String number(double value) {
        return "CAST('" + String.format(Locale.ROOT, "%.17g", value) + "' AS DOUBLE)";
    }
}
