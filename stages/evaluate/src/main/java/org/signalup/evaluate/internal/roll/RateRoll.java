package org.signalup.evaluate.internal.roll;

import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.signalup.domain.Coded;
import org.signalup.domain.Direction;
import org.signalup.domain.RatRow;
import org.signalup.domain.Service;
import org.signalup.engine.Engine;
import org.signalup.engine.Row;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.evaluate.ResultRows.ServiceRow;
import org.signalup.evaluate.internal.judge.DateTally;
import org.signalup.evaluate.internal.judge.DeviceDay;
import org.signalup.evaluate.internal.judge.ProgressRates;
import org.signalup.evaluate.internal.judge.RateJudge;
import org.signalup.evaluate.internal.judge.RateTally;
import org.signalup.evaluate.internal.judge.RateVerdict;
import org.signalup.evaluate.internal.judge.Regions;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.quality.GradedKpi;
import org.signalup.evaluate.internal.tally.RateSql;
import org.signalup.evaluate.internal.write.ResultSink;
import org.signalup.geo.Bin;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.Geodesy;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.Standard;

/** Judges rate tests of places, lines and regions, and gathers service sessions. */
final class RateRoll {
    private static final Schema REGIONS = Schema.of("target_region")
            .with(INT, "tid", "region_no")
            .with(VARCHAR, "scenario")
            .build();
    static final String PLACE = "PLACE";
    static final String LINE = "LINE";
    static final List<String> OBJECTS = List.of(PLACE, LINE, "REGION");

    private final Engine engine;
    private final Targets targets;
    private final Regions regions;
    private final Standard standard;
    private final RateJudge judge;
    private final ResultSink sink;
    private final List<String> regionCodes = new ArrayList<>();
    private final Map<ObjectRates.Key, ObjectRates> found = new HashMap<>();
    private List<ServiceRow> regionServices = List.of();

    RateRoll(Engine engine, Targets targets, Regions regions, ResultSink sink) {
        this.engine = engine;
        this.targets = targets;
        this.regions = regions;
        this.standard = targets.standard();
        this.judge = new RateJudge(standard);
        this.sink = sink;
    }

    /** Reads {@code test_match}, writes rate rows, and tells what was found by object and operator. */
    Map<ObjectRates.Key, ObjectRates> run() {
        writeRegions();
        new RateSql(engine, standard).tally();
        read().forEach(this::judge);
        ServiceRoll services = new ServiceRoll(
                engine, standard, sink, (kind, number) -> objectId(new ObjectRates.Key(kind, number, "")));
        Map<ObjectRates.Key, Map<Service, Map<ServiceKpi, GradedKpi>>> graded = services.run();
        regionServices = services.regions();
        readServices()
                .forEach((key, own) -> found.put(
                        key,
                        found.getOrDefault(key, ObjectRates.NONE)
                                .withServices(own, graded.getOrDefault(key, Map.of()))));
        return found;
    }

    /** KPIs of services in regions. */
    List<ServiceRow> regionServices() {
        return regionServices;
    }

    /** The rates of regions as progress asks for them. */
    ProgressRates regions() {
        return (region, operator, direction) -> {
            ObjectRates.Key key = new ObjectRates.Key(RateSql.REGION, regionCodes.indexOf(region), operator);
            ObjectRates rates = found.getOrDefault(key, ObjectRates.NONE);
            return direction.isPresent()
                    ? Optional.ofNullable(rates.judged().get(direction.get()))
                    : rates.trials()
                            .map(trials -> judge.region(
                                    trials, Map.of("", trials), standard.rates().targetMethod()));
        };
    }

    private void writeRegions() {
        List<Integer> measured = engine.list("SELECT DISTINCT tid FROM test_match ORDER BY tid", row -> row.getInt(0));
        try (TableWriter out = engine.create(REGIONS)) {
            for (int tid : measured) {
                for (String region : regions.of(division(tid))) {
                    out.put(tid).put(number(region)).put(scenario(tid)).endRow();
                }
            }
        }
    }

    private int number(String region) {
        if (!regionCodes.contains(region)) {
            regionCodes.add(region);
        }
        return regionCodes.indexOf(region);
    }

    private String scenario(int tid) {
        return tid < targets.pointCount()
                ? targets.scenario(targets.points().get(tid))
                : Targets.scenario(line(tid).kind());
    }

    private Line line(int tid) {
        return targets.ledger().lines().get(targets.lineOf(tid));
    }

    /** Of the place a target belongs to, or of the section of its line. */
    private String division(int tid) {
        if (tid >= targets.pointCount()) {
            return division(
                    line(tid), line -> middleM(targets.bins(line).get(tid - targets.firstBin(targets.lineOf(tid)))));
        }
        KeyPoint point = targets.points().get(tid);
        if (point.placeId().isPresent()) {
            int place = targets.placeNumber(point.placeId().get());
            return targets.ledger().places().get(place).divisionCode();
        }
        int number = targets.lineNumber(point.lineId().orElseThrow());
        return division(targets.ledger().lines().get(number), line -> chainageM(line, point));
    }

    /** Where a line's point lies: its chainage, else the middle of the bin whose middle is nearest. */
    private double chainageM(Line line, KeyPoint point) {
        if (point.chainage().isPresent()) {
            return point.chainage().get().fromM();
        }
        GeoPoint position = point.position().orElseThrow();
        return targets.bins(line).stream()
                .min(Comparator.comparingDouble(bin -> Geodesy.distanceM(position, middle(bin))))
                .map(RateRoll::middleM)
                .orElseThrow();
    }

    private static GeoPoint middle(Bin bin) {
        return new GeoPoint(
                (bin.from().lonDeg() + bin.to().lonDeg()) / 2,
                (bin.from().latDeg() + bin.to().latDeg()) / 2);
    }

    private static double middleM(Bin bin) {
        return (bin.fromMm() + bin.toMm()) / 2000.0;
    }

    /** Division of a line at a chainage: of the section there, else of the line's first section. */
    private static String division(Line line, ToDoubleFunction<Line> chainageM) {
        if (line.sections().size() == 1) {
            return line.sections().get(0).divisionCode();
        }
        double at = chainageM.applyAsDouble(line);
        return line.sections().stream()
                .filter(section -> section.fromM() <= at && at < section.toM())
                .findFirst()
                .orElse(line.sections().get(0))
                .divisionCode();
    }

    /** One row of rates.csv but for the stratum. */
    private record Group(int kind, int number, String operator, RatRow rat, Direction direction, String method) {}

    private Map<ObjectRates.Key, Map<Group, Map<String, RateTally>>> read() {
        Map<Group, Map<String, List<DeviceDay>>> days = new LinkedHashMap<>();
        engine.forEach(
                "SELECT object_kind, object_no, operator, rat_row, direction, method, stratum, device_key, date, tests, kbps,"
                        + " clipped_kbps, ok FROM device_day ORDER BY object_kind, object_no, operator, rat_row, direction,"
                        + " method, stratum, date, device_key",
                row -> days.computeIfAbsent(group(row), unused -> new TreeMap<>())
                        .computeIfAbsent(row.text(6), unused -> new ArrayList<>())
                        .add(new DeviceDay(
                                row.getLong(7),
                                row.getInt(8),
                                row.getLong(9),
                                row.getLong(10),
                                row.getLong(11),
                                row.getLong(12))));
        Map<Group, Map<String, Map<Long, Long>>> values = new HashMap<>();
        engine.forEach(
                "SELECT object_kind, object_no, operator, rat_row, direction, method, stratum, kbps, tests FROM rate_value",
                row -> values.computeIfAbsent(group(row), unused -> new HashMap<>())
                        .computeIfAbsent(row.text(6), unused -> new HashMap<>())
                        .merge(row.getLong(7), row.getLong(8), Long::sum));
        Map<ObjectRates.Key, Map<Group, Map<String, RateTally>>> byObject = new LinkedHashMap<>();
        days.forEach((group, strata) -> {
            Map<String, RateTally> tallies = new TreeMap<>();
            strata.forEach((stratum, own) ->
                    tallies.put(stratum, new RateTally(own, values.get(group).get(stratum))));
            byObject.computeIfAbsent(
                            new ObjectRates.Key(group.kind(), group.number(), group.operator()),
                            unused -> new LinkedHashMap<>())
                    .put(group, tallies);
        });
        return byObject;
    }

    private static Group group(Row row) {
        return new Group(
                row.getInt(0),
                row.getInt(1),
                row.text(2),
                Coded.of(RatRow.class, row.getInt(3)),
                Coded.of(Direction.class, row.getInt(4)),
                row.text(5));
    }

    private void judge(ObjectRates.Key key, Map<Group, Map<String, RateTally>> groups) {
        boolean region = key.kind() == RateSql.REGION;
        Optional<String> judgedMethod =
                region ? Optional.of(standard.rates().targetMethod()) : judge.objectMethod(testsByMethod(groups));
        Map<Direction, RateVerdict> judged = new EnumMap<>(Direction.class);
        List<RateTally> trials = new ArrayList<>();
        groups.forEach((group, strata) -> {
            boolean chosen = judgedMethod.filter(group.method()::equals).isPresent();
            RateTally tally = joined(strata);
            RateVerdict verdict = region ? judge.region(tally, strata, group.method()) : judge.object(tally, chosen);
            sink.rate(verdict.row(
                    OBJECTS.get(key.kind()),
                    objectId(key),
                    key.operator(),
                    group.rat(),
                    group.direction(),
                    group.method()));
            if (chosen && group.rat() == RatRow.ANY) {
                judged.put(group.direction(), verdict);
                trials.add(tally);
            }
        });
        Optional<RateTally> both = trials.isEmpty() ? Optional.empty() : Optional.of(RateTally.trials(trials));
        found.put(key, new ObjectRates(judged, both, Map.of(), Map.of()));
    }

    private static Map<String, Long> testsByMethod(Map<Group, Map<String, RateTally>> groups) {
        Map<String, Long> tests = new HashMap<>();
        groups.forEach((group, strata) -> {
            if (group.rat() == RatRow.ANY) {
                tests.merge(group.method(), joined(strata).tests(), Math::max);
            }
        });
        return tests;
    }

    /** All strata as one; a device and date that is in several strata is one device-day. */
    private static RateTally joined(Map<String, RateTally> strata) {
        if (strata.size() == 1) {
            return strata.values().iterator().next();
        }
        Map<Long, Long> values = new HashMap<>();
        Map<DayKey, DeviceDay> days =
                new TreeMap<>(Comparator.comparingInt(DayKey::date).thenComparingLong(DayKey::device));
        for (RateTally tally : strata.values()) {
            tally.kbps().forEach((kbps, tests) -> values.merge(kbps, tests, Long::sum));
            tally.days().forEach(day -> days.merge(new DayKey(day.date(), day.device()), day, DeviceDay::plus));
        }
        return new RateTally(List.copyOf(days.values()), values);
    }

    private record DayKey(int date, long device) {}

    private String objectId(ObjectRates.Key key) {
        return switch (key.kind()) {
            case 0 -> targets.ledger().places().get(key.number()).id();
            case 1 -> targets.ledger().lines().get(key.number()).id();
            default -> regionCodes.get(key.number());
        };
    }

    private Map<ObjectRates.Key, Map<Service, List<DateTally>>> readServices() {
        Map<ObjectRates.Key, Map<Service, List<DateTally>>> services = new LinkedHashMap<>();
        engine.forEach(
                "SELECT object_kind, object_no, operator, service, date, tries, successes FROM service_tally ORDER BY"
                        + " object_kind, object_no, operator, service, date",
                row -> services.computeIfAbsent(
                                new ObjectRates.Key(row.getInt(0), row.getInt(1), row.text(2)),
                                unused -> new EnumMap<>(Service.class))
                        .computeIfAbsent(Coded.of(Service.class, row.getInt(3)), unused -> new ArrayList<>())
                        .add(new DateTally(row.getInt(4), row.getLong(5), row.getLong(6))));
        return services;
    }
}
