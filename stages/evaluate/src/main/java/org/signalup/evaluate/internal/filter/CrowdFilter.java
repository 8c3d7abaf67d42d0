package org.signalup.evaluate.internal.filter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.domain.Coded;
import org.signalup.domain.Outcome;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.engine.Engine;
import org.signalup.evaluate.internal.match.MatchSql;
import org.signalup.evaluate.internal.tally.SessionSql;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.CrowdRule;
import org.signalup.standards.CrowdRule.Effect;
import org.signalup.standards.Operator;
import org.signalup.standards.Standard;

/**
 * Asks settled samples the rules for crowd samples, one after the other. Leaves
 *
 * <ul>
 *   <li>{@code sample}: what counts, and {@code test_row}: those of it whose tests count
 *   <li>{@code crowd_caught} ({@link #CAUGHT}): what was caught, by which rule
 *   <li>{@code crowd_total}: how much there was (rule 0) and how much each rule caught, by source, operator and date
 * </ul>
 *
 * <p>Where nothing is to be filtered the two are the settled samples, and the rest is not there.
 */
public final class CrowdFilter {
    /** Rule number of all samples that were looked at. */
    public static final int SEEN = 0;

    static final String CAUGHT = "crowd_caught";
    static final String COUNT = "crowd_total";
    private static final String TEST = "service IS NOT NULL AND rat <> " + Rat.WIFI.number();
    /** All that rules and matching ask of a sample: the rest, texts above all, need not be copied. */
    private static final String COLUMNS =
            "file_no, row_no, observed_ms, date, lon_e7, lat_e7, accuracy_mm, point_id, line_id,"
                    + " chainage_mm, floor, operator, serving_plmn, rat, source, test_mode, service, outcome, dl_kbps, ul_kbps, arfcn, mock,"
                    + " server_class, bandwidth_khz, layers, device_key, device_id IS NOT NULL AS has_device, "
                    + String.join(", ", SessionSql.MEASURED);

    private static final List<String> ATTRIBUTES = List.of("file_no", "row_no", "rule", "operator", "source", "date");

    private final Engine engine;
    private final Standard standard;
    private final CrowdFilters filters;
    private final SampleRules samples;
    private final TestRules tests;

    public CrowdFilter(Engine engine, Standard standard) {
        this.engine = engine;
        this.standard = standard;
        this.filters = standard.crowdFilters();
        this.samples = new SampleRules(filters);
        this.tests = new TestRules(filters);
    }

    /** Makes known what the rules look up; once before any {@link #filter}. */
    public void prepare(List<Operator> operators) {
        if (filters.active()) {
            new CrowdTables(engine).write(filters, operators);
        }
    }

    /**
     * Filters {@code sample_settled}.
     *
     * @param read all rows there were before settling: a plain table is asked faster whether there is anything to filter
     * @param empty columns that nothing is in
     * @return whether there was anything to filter
     */
    public boolean filter(String read, Set<String> empty) {
        if (!filters.active() || !anyCrowd(read)) {
            engine.define("sample", "SELECT * FROM sample_settled");
            engine.define("test_row", "SELECT * FROM sample");
            return false;
        }
        engine.materialise("crowd_row", "SELECT " + COLUMNS + " FROM sample_settled WHERE " + fromCrowd(), empty);
        catchAll();
        engine.materialise(COUNT, count(SEEN + "", "crowd_row") + " UNION ALL " + count("rule", CAUGHT));
        engine.define("sample", without("sample_settled", Effect.SAMPLE));
        engine.define("test_row", without("sample", Effect.TEST));
        return true;
    }

    private String fromCrowd() {
        return "source IN ("
                + filters.sources().stream()
                        .map(source -> source.number() + "")
                        .sorted()
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private boolean anyCrowd(String read) {
        return engine.number("SELECT COUNT(*) FROM (SELECT 1 AS one FROM " + read + " WHERE " + fromCrowd()
                        + " LIMIT 1) AS probe")
                > 0;
    }

    private void catchAll() {
        List<String> caught = new ArrayList<>();
        Set<CrowdRule> askable = askable();
        String left = rules("crowd_row", Effect.SAMPLE, askable, caught);
        if (askable.stream().anyMatch(rule -> rule.effect() != Effect.SAMPLE)) {
            engine.materialise("crowd_test", "SELECT * FROM " + left + " WHERE " + TEST);
            left = rules("crowd_test", Effect.TEST, askable, caught);
            rules(left, Effect.FLAG, askable, caught);
        }
        String all = caught.isEmpty()
                ? "SELECT file_no, row_no, " + SEEN + " AS rule FROM crowd_row WHERE 1 = 0"
                : String.join(" UNION ALL ", caught);
        engine.materialise(
                CAUGHT,
                "SELECT s.*, k.rule FROM crowd_row AS s JOIN (" + all
                        + ") AS k ON s.file_no = k.file_no AND s.row_no = k.row_no");
    }

    /** The rules that are on and have anything to look at: each one asked in vain would be a walk over all rows. */
    private Set<CrowdRule> askable() {
        List<CrowdRule> on = Stream.of(CrowdRule.values())
                .filter(filters.on()::contains)
                .filter(rule -> rule.effect() != Effect.OBJECT)
                .toList();
        Set<CrowdRule> askable = EnumSet.noneOf(CrowdRule.class);
        if (!on.isEmpty()) {
            String looks = on.stream()
                    .map(rule -> "COUNT(CASE WHEN " + looksAt(rule) + " THEN 1 END)")
                    .collect(Collectors.joining(", "));
            engine.forEach("SELECT " + looks + " FROM crowd_row", row -> {
                for (int i = 0; i < on.size(); i++) {
                    if (row.getLong(i) > 0) {
                        askable.add(on.get(i));
                    }
                }
            });
        }
        return askable;
    }

    /** Condition on a row without which a rule does not catch it. */
    private static String looksAt(CrowdRule rule) {
        return switch (rule) {
            case PLMN -> "serving_plmn IS NOT NULL";
            case MOCK -> "mock = 1";
            case BANDS -> "arfcn IS NOT NULL";
            case SPEED -> "has_device AND lon_e7 IS NOT NULL";
            case RATE_CAP, RATE_LIMITED, OUTLIER -> TEST + " AND (dl_kbps IS NOT NULL OR ul_kbps IS NOT NULL)";
            case RATE_BANDWIDTH -> TEST + " AND bandwidth_khz IS NOT NULL";
            case SERVER_CLASS -> TEST + " AND server_class IS NOT NULL";
            case ROBOT_COUNT, ROBOT_INTERVAL, ROBOT_RATES, DUPLICATE, PER_DAY -> TEST + " AND has_device";
            case FEW_DEVICES -> "1 = 0";
        };
    }

    /** Asks the rules of one effect; returns the dataset of what they left. */
    private String rules(String from, Effect effect, Set<CrowdRule> askable, List<String> caught) {
        String left = from;
        for (CrowdRule rule : CrowdRule.values()) {
            if (rule.effect() == effect && askable.contains(rule)) {
                String name = "caught_" + rule.code().toLowerCase(Locale.ROOT);
                engine.materialise(name, query(rule, left));
                if (engine.count(name) > 0) {
                    caught.add("SELECT file_no, row_no, " + rule.number() + " AS rule FROM " + name);
                    engine.define(
                            "left_by_" + name,
                            "SELECT s.* FROM " + left + " AS s LEFT JOIN " + name
                                    + " AS k ON s.file_no = k.file_no AND s.row_no = k.row_no WHERE k.file_no IS NULL");
                    left = "left_by_" + name;
                }
            }
        }
        return left;
    }

    private String query(CrowdRule rule, String from) {
        return switch (rule) {
            case PLMN -> new CrowdTables(engine).knowsNetworks() ? SampleRules.plmn(from) : nothing(from);
            case MOCK -> SampleRules.mock(from);
            case BANDS -> SampleRules.bands(from);
            case SPEED -> samples.speed(from);
            case RATE_CAP -> tests.rateCap(from);
            case RATE_BANDWIDTH -> tests.rateBandwidth(from);
            case SERVER_CLASS -> tests.serverClass(from);
            case ROBOT_COUNT -> tests.robotCount(from);
            case ROBOT_INTERVAL -> tests.robotInterval(from);
            case ROBOT_RATES -> tests.robotRates(from);
            case DUPLICATE -> tests.duplicate(from);
            case PER_DAY -> tests.perDay(from);
            case RATE_LIMITED -> tests.rateLimited(from);
            case OUTLIER -> tests.outlier(from);
            case FEW_DEVICES -> nothing(from);
        };
    }

    /** What was caught, by code of the rule, those that caught nothing among them; not of rules about whole objects. */
    public Map<String, Long> caught() {
        Map<String, Long> caught = new TreeMap<>();
        filters.on().stream()
                .filter(rule -> rule.effect() != Effect.OBJECT)
                .forEach(rule -> caught.put(rule.code(), 0L));
        engine.forEach(
                "SELECT rule, COUNT(*) FROM " + CAUGHT + " GROUP BY rule",
                row -> caught.put(Coded.of(CrowdRule.class, row.getInt(0)).code(), row.getLong(1)));
        return caught;
    }

    private static String nothing(String from) {
        return "SELECT file_no, row_no FROM " + from + " WHERE 1 = 0";
    }

    private static String count(String rule, String from) {
        String down = TEST + " AND service = " + Service.RATE.number() + " AND dl_kbps IS NOT NULL";
        return "SELECT " + rule + " AS rule, source, operator, date, COUNT(*) AS n_rows, "
                + sum("CASE WHEN " + TEST + " THEN 1 ELSE 0 END")
                + " AS n_tests, COUNT(DISTINCT CASE WHEN has_device THEN device_key END) AS n_devices, "
                + sum("CASE WHEN " + down + " THEN 1 ELSE 0 END") + " AS dl_tests, "
                + sum("CASE WHEN " + down + " AND (outcome IS NULL OR outcome <> " + Outcome.FAILED.number()
                        + ") THEN dl_kbps ELSE 0 END")
                + " AS dl_kbps FROM " + from + " GROUP BY " + (rule.equals("rule") ? "rule, " : "")
                + "source, operator, date";
    }

    private static String sum(String of) {
        return "CAST(SUM(" + of + ") AS BIGINT)";
    }

    private String without(String from, Effect effect) {
        String rules = numbers(effect);
        long taken = engine.number("SELECT COUNT(*) FROM " + CAUGHT + " WHERE rule IN (" + rules + ")");
        return taken == 0
                ? "SELECT * FROM " + from
                : "SELECT s.* FROM " + from + " AS s LEFT JOIN (SELECT file_no, row_no FROM " + CAUGHT
                        + " WHERE rule IN (" + rules
                        + ")) AS k ON s.file_no = k.file_no AND s.row_no = k.row_no WHERE k.file_no IS NULL";
    }

    /** SQL list of the numbers of all rules of one effect. */
    public static String numbers(Effect effect) {
        List<String> numbers = new ArrayList<>();
        for (CrowdRule rule : CrowdRule.values()) {
            if (rule.effect() == effect) {
                numbers.add(rule.number() + "");
            }
        }
        return String.join(", ", numbers);
    }

    /**
     * Defines {@code crowd_match}: every caught sample with each target it would have counted for, or with none. Takes over the
     * names of what samples were matched with before.
     */
    public void match() {
        new MatchSql(engine).define("crowd_target", CAUGHT, ATTRIBUTES, standard.matching());
        String columns =
                String.join(", ", ATTRIBUTES.stream().map(a -> "c." + a).toList());
        engine.materialise(
                "crowd_match",
                "SELECT " + columns
                        + ", t.tid FROM " + CAUGHT + " AS c LEFT JOIN crowd_target AS t ON c.file_no = t.file_no"
                        + " AND c.row_no = t.row_no");
    }
}
