package org.signalup.evaluate.internal.roll;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.signalup.domain.Coded;
import org.signalup.domain.Direction;
import org.signalup.domain.Measure;
import org.signalup.domain.RatRow;
import org.signalup.domain.Service;
import org.signalup.engine.Engine;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultRows.QuantileRow;
import org.signalup.evaluate.ResultRows.ServiceRow;
import org.signalup.evaluate.internal.judge.DateTally;
import org.signalup.evaluate.internal.judge.DeviceDay;
import org.signalup.evaluate.internal.judge.ProgressRates;
import org.signalup.evaluate.internal.judge.RateJudge;
import org.signalup.evaluate.internal.judge.RateTally;
import org.signalup.evaluate.internal.judge.RateVerdict;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.quality.GradedKpi;
import org.signalup.evaluate.internal.tally.RateSql;
import org.signalup.evaluate.internal.write.ResultSink;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.Standard;

/** Judges rate tests of places, lines and regions, and gathers service sessions. */
final class RateRoll {
    static final String PLACE = "PLACE";
    static final String LINE = "LINE";
    static final List<String> OBJECTS = List.of(PLACE, LINE, "REGION");

    private final Engine engine;
    private final TargetRegions regions;
    private final Standard standard;
    private final RateJudge judge;
    private final ResultSink sink;
    private final Map<ObjectRates.Key, ObjectRates> found = new HashMap<>();
    private List<ServiceRow> regionServices = List.of();

    RateRoll(Engine engine, Targets targets, TargetRegions regions, ResultSink sink) {
        this.engine = engine;
        this.regions = regions;
        this.standard = targets.standard();
        this.judge = new RateJudge(standard);
        this.sink = sink;
    }

    /** Reads {@code test_match}, writes rate rows, and tells what was found by object and operator. */
    Map<ObjectRates.Key, ObjectRates> run() {
        regions.write(engine, engine.list("SELECT DISTINCT tid FROM test_match ORDER BY tid", row -> row.getInt(0)));
        new RateSql(engine, standard).tally();
        read().forEach(this::judge);
        ServiceRoll services = new ServiceRoll(engine, standard, sink, regions::objectId);
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
            ObjectRates.Key key = new ObjectRates.Key(RateSql.REGION, regions.number(region), operator);
            ObjectRates rates = found.getOrDefault(key, ObjectRates.NONE);
            return direction.isPresent()
                    ? Optional.ofNullable(rates.judged().get(direction.get()))
                    : rates.trials()
                            .map(trials -> judge.region(
                                    trials, Map.of("", trials), standard.rates().targetMethod()));
        };
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
                    regions.objectId(key.kind(), key.number()),
                    key.operator(),
                    group.rat(),
                    group.direction(),
                    group.method()));
            sink.quantile(spread(key, group, tally));
            if (chosen && group.rat() == RatRow.ANY) {
                judged.put(group.direction(), verdict);
                trials.add(tally);
            }
        });
        Optional<RateTally> both = trials.isEmpty() ? Optional.empty() : Optional.of(RateTally.trials(trials));
        boolean tried = groups.keySet().stream().anyMatch(group -> group.rat() == RatRow.ANY);
        found.put(key, new ObjectRates(judged, both, tried, Map.of(), Map.of()));
    }

    private QuantileRow spread(ObjectRates.Key key, Group group, RateTally tally) {
        return new QuantileRow(
                OBJECTS.get(key.kind()),
                regions.objectId(key.kind(), key.number()),
                key.operator(),
                group.rat(),
                Coded.of(Measure.class, group.direction().number()),
                group.method(),
                tally.tests(),
                tally.quantile(5, 100).orElseThrow(),
                tally.quantile(50, 100).orElseThrow(),
                tally.quantile(95, 100).orElseThrow(),
                0);
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
