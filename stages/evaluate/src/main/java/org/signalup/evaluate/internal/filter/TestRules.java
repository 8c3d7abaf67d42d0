package org.signalup.evaluate.internal.filter;

import java.util.Map;
import org.signalup.domain.Direction;
import org.signalup.domain.Outcome;
import org.signalup.domain.ServerClass;
import org.signalup.domain.Service;
import org.signalup.evaluate.internal.match.Cells;
import org.signalup.evaluate.internal.tally.SessionSql;
import org.signalup.standards.CrowdFilters;

/** The rules that say something about tests, each a query for {@code file_no, row_no} of what it catches. */
final class TestRules {
    private static final String NAMED = "has_device";
    private static final String DAY = "device_key, date";
    private static final String DONE = "service = " + Service.RATE.number() + " AND (outcome IS NULL OR outcome <> "
            + Outcome.FAILED.number() + ")";
    private static final String DOWN = DONE + " AND dl_kbps IS NOT NULL";
    /** The place of a test: its point, the kilometre of its line, else its square. */
    private static final String PLACE =
            "COALESCE(point_id, ''), COALESCE(line_id, ''), CASE WHEN point_id IS NOT NULL THEN 0"
                    + " WHEN chainage_mm IS NOT NULL THEN chainage_mm - chainage_mm % 1000000 WHEN lon_e7 IS NOT NULL THEN "
                    + Cells.sql("lon_e7", "lat_e7") + " ELSE 0 END";
    /** Earliest first; then by all that a test says, so that it does not matter which of equal ones is taken. */
    private static final String FIRST =
            "observed_ms, rat, test_mode, source, COALESCE(outcome, -1), COALESCE(dl_kbps, -1),"
                    + " COALESCE(ul_kbps, -1), COALESCE(lon_e7, -2147483647), COALESCE(lat_e7, -2147483647), COALESCE(accuracy_mm, -1),"
                    + " COALESCE(chainage_mm, -1), COALESCE(floor, -1000), COALESCE("
                    + String.join(", -1), COALESCE(", SessionSql.MEASURED) + ", -1), file_no, row_no";

    private final CrowdFilters filters;

    TestRules(CrowdFilters filters) {
        this.filters = filters;
    }

    String rateCap(String from) {
        StringBuilder beyond = new StringBuilder("1 = 0");
        filters.capMbps()
                .forEach((rat, caps) -> caps.forEach((direction, mbps) -> beyond.append(" OR (rat = ")
                        .append(rat.number())
                        .append(direction == Direction.DL ? " AND dl_kbps > " : " AND ul_kbps > ")
                        .append(Math.round(mbps * 1000))
                        .append(')')));
        return "SELECT file_no, row_no FROM " + from + " WHERE " + DONE + " AND (" + beyond + ")";
    }

    /** In whole numbers: kHz × layers × thousandths of bit/s per hertz against bit/s. */
    String rateBandwidth(String from) {
        StringBuilder beyond = new StringBuilder("1 = 0");
        filters.rateBandwidth()
                .bitsPerHz()
                .forEach((rat, own) -> own.forEach((direction, bits) -> {
                    double layers = filters.rateBandwidth()
                            .layers()
                            .getOrDefault(rat, Map.of())
                            .getOrDefault(direction, 1.0);
                    beyond.append(" OR (rat = ")
                            .append(rat.number())
                            .append(direction == Direction.DL ? " AND dl_kbps" : " AND ul_kbps")
                            .append(" * 1000 > CAST(bandwidth_khz AS BIGINT) * COALESCE(layers, ")
                            .append(Math.round(layers))
                            .append(") * ")
                            .append(Math.round(bits * 1000))
                            .append(')');
                }));
        return "SELECT file_no, row_no FROM " + from + " WHERE " + DONE + " AND bandwidth_khz IS NOT NULL AND ("
                + beyond + ")";
    }

    String serverClass(String from) {
        int compared = filters.comparedServers().map(ServerClass::number).orElse(0);
        return "SELECT file_no, row_no FROM " + from + " WHERE service = " + Service.RATE.number()
                + " AND server_class IS NOT NULL AND server_class <> " + compared;
    }

    String robotCount(String from) {
        return ofDays(
                from,
                "SELECT " + DAY + " FROM " + from + " WHERE " + NAMED + " GROUP BY " + DAY + " HAVING COUNT(*) > "
                        + filters.robotTestsPerDay());
    }

    String robotInterval(String from) {
        String times = "SELECT DISTINCT " + DAY + ", observed_ms FROM " + from + " WHERE " + NAMED;
        String gaps = "SELECT " + DAY + ", observed_ms - LAG(observed_ms) OVER (PARTITION BY " + DAY
                + " ORDER BY observed_ms) AS gap FROM (" + times + ") AS t";
        return ofDays(
                from,
                "SELECT " + DAY + " FROM (" + gaps + ") AS g GROUP BY " + DAY + " HAVING COUNT(*) >= "
                        + filters.interval().tests() + " AND MAX(gap) - MIN(gap) <= "
                        + Math.round(filters.interval().toleranceS() * 1000));
    }

    String robotRates(String from) {
        return ofDays(
                from,
                "SELECT DISTINCT " + DAY + " FROM (SELECT " + DAY
                        + ", COALESCE(dl_kbps, -1) AS down, COALESCE(ul_kbps, -1) AS up"
                        + " FROM " + from + " WHERE " + NAMED + " AND " + DONE + ") AS r GROUP BY " + DAY
                        + ", down, up HAVING COUNT(*) >= " + filters.robotSameRates());
    }

    /** All tests of devices on the days found. */
    private static String ofDays(String from, String days) {
        return "SELECT s.file_no, s.row_no FROM " + from + " AS s JOIN (" + days
                + ") AS k ON s.device_key = k.device_key AND s.date = k.date WHERE s." + NAMED;
    }

    String duplicate(String from) {
        String slot = "observed_ms - observed_ms % " + filters.duplicateSeconds() * 1000L;
        return beyond(from, slot + ", " + PLACE, 1);
    }

    String perDay(String from) {
        return beyond(from, PLACE, filters.testsPerDay());
    }

    private static String beyond(String from, String group, int kept) {
        return "SELECT file_no, row_no FROM (SELECT file_no, row_no, ROW_NUMBER() OVER (PARTITION BY " + DAY
                + ", operator, service, " + group + " ORDER BY " + FIRST + ") AS place FROM " + from + " WHERE " + NAMED
                + ") AS o WHERE place > " + kept;
    }

    /** The tests at a cap where they are piled up; the band beside it is twice as wide as the one at it. */
    String rateLimited(String from) {
        CrowdFilters.RateLimited rule = filters.rateLimited();
        String near =
                "SELECT s.file_no, s.row_no, s.operator, s.date, c.cap_kbps, CASE WHEN s.dl_kbps >= c.low AND s.dl_kbps <="
                        + " c.high THEN 1 ELSE 0 END AS inside FROM " + from
                        + " AS s JOIN crowd_cap AS c ON s.dl_kbps >= c.below AND s.dl_kbps <= c.above WHERE " + DOWN;
        String piles =
                "SELECT operator, date, cap_kbps FROM (" + near + ") AS n GROUP BY operator, date, cap_kbps HAVING"
                        + " SUM(inside) >= " + rule.minTests() + " AND SUM(inside) * 2 >= (COUNT(*) - SUM(inside)) * "
                        + SampleRules.number(rule.times());
        return "SELECT x.file_no, x.row_no FROM (" + near + ") AS x JOIN (" + piles
                + ") AS p ON x.operator = p.operator AND x.date = p.date AND x.cap_kbps = p.cap_kbps WHERE x.inside = 1";
    }

    /**
     * Medians and deviations of logarithms without one: the deviation of a rate is max(rate/median, median/rate), and so
     * many deviations above the median is the median times that often the middle one. Medians are lower medians.
     */
    String outlier(String from) {
        String group = "operator, rat, date";
        String rates = "SELECT file_no, row_no, " + group + ", CAST(dl_kbps AS DOUBLE) AS rate FROM " + from + " WHERE "
                + DOWN + " AND dl_kbps > 0";
        String withMedian = middle(rates, "rate", "median");
        String deviations =
                "SELECT m.*, GREATEST(rate / median, median / rate) AS deviation FROM (" + withMedian + ") AS m";
        String withDeviation = middle(deviations, "deviation", "mad");
        return "SELECT file_no, row_no FROM (" + withDeviation + ") AS d WHERE median_n >= "
                + filters.outlier().minTests() + " AND mad > 1 AND rate > median"
                + " * mad".repeat(filters.outlier().mads());
    }

    /** Adds the lower median of a column of each operator, RAT and date. */
    private static String middle(String rows, String column, String name) {
        String of = " OVER (PARTITION BY operator, rat, date";
        String ranked = "SELECT r.*, ROW_NUMBER()" + of + " ORDER BY " + column + ") AS " + name + "_rank, COUNT(*)"
                + of + ") AS " + name + "_n FROM (" + rows + ") AS r";
        return "SELECT k.*, MAX(CASE WHEN " + name + "_rank * 2 = " + name + "_n OR "
                + name + "_rank * 2 = " + name + "_n + 1 THEN " + column + " END)" + of + ") AS " + name + " FROM ("
                + ranked + ") AS k";
    }
}
