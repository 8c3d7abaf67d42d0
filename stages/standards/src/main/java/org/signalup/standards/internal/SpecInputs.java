package org.signalup.standards.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.signalup.domain.Direction;
import org.signalup.domain.Evidence;
import org.signalup.domain.LineKind;
import org.signalup.domain.Outcome;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.domain.Verdict;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.SpecInput;
import org.signalup.standards.SpecInput.Given;
import org.signalup.standards.SpecInput.SampleGroup;
import org.signalup.standards.YamlMap;

/** Reads what goes into a worked example. */
final class SpecInputs {
    private static final int MAX_REPEAT = 100_000;
    private static final double MAX_VALUE = 1e9;
    private static final double LEVEL = 200;
    private static final int MAX_STARS = 5;
    private static final int MAX_ARFCN = 3_279_165;
    private static final String OPERATOR = "CMCC";
    /** Levels of {@code covered: n}: far on either side of any limit, so that only the count matters. */
    private static final double GOOD_RSRP = -80;

    private static final double WEAK_RSRP = -130;
    private static final double GOOD_SINR = 15;

    private SpecInputs() {}

    static SpecInput read(String kind, YamlMap map) {
        return switch (kind) {
            case "point" -> new SpecInput.Point(map.text("scenario"), map.text("kind"), operator(map), samples(map));
            case "bin" ->
                new SpecInput.Bin(
                        map.word("kind", LineKind.class),
                        map.optionalText("grade").orElse(""),
                        operator(map),
                        samples(map));
            case "place" ->
                new SpecInput.Place(
                        map.text("scenario"),
                        operator(map),
                        map.maps("points").stream().map(SpecInputs::placePoint).toList());
            case "line" -> line(map);
            case "all" ->
                new SpecInput.All(
                        map.texts("obliged"),
                        map.maps("operators").stream()
                                .map(SpecInputs::operatorRow)
                                .toList());
            case "stars" -> stars(map);
            case "rate" -> new SpecInput.Rate(map.word("object", SpecInput.RateObject.class), tests(map));
            case "crowd" -> new SpecInput.Crowd(crowd(map));
            default -> throw new IllegalArgumentException("kind: " + kind + " (expected: a kind of worked example)");
        };
    }

    private static String operator(YamlMap map) {
        return map.optionalText("operator").orElse(OPERATOR);
    }

    private static Given given(YamlMap map) {
        return new Given(map.word("verdict", Verdict.class), map.optionalWord("evidence", Evidence.class));
    }

    private static SpecInput.PlacePoint placePoint(YamlMap map) {
        return new SpecInput.PlacePoint(
                map.text("id"),
                map.text("kind"),
                map.optionalText("exempt_reason").orElse(""),
                samples(map),
                map.has("verdict") ? Optional.of(given(map)) : Optional.empty());
    }

    private static SpecInput.Line line(YamlMap map) {
        List<SpecInput.BinRun> runs = new ArrayList<>();
        for (YamlMap run : map.maps("bins")) {
            runs.add(new SpecInput.BinRun(
                    run.integer("bins", 1, MAX_REPEAT),
                    run.number("length_m", 0, MAX_VALUE),
                    given(run),
                    run.flag("new_part", false)));
        }
        List<SpecInput.Section> sections = new ArrayList<>();
        for (YamlMap section : map.maps("sections")) {
            sections.add(new SpecInput.Section(
                    section.text("id"), section.number("from_m", 0, MAX_VALUE), section.number("to_m", 0, MAX_VALUE)));
        }
        return new SpecInput.Line(
                map.word("kind", LineKind.class), map.optionalText("grade").orElse(""), runs, sections);
    }

    private static SpecInput.OperatorRow operatorRow(YamlMap map) {
        return new SpecInput.OperatorRow(
                map.text("operator"), given(map), number(map, "score"), stars(map, "stars"), number(map, "ratio"));
    }

    private static SpecInput.Stars stars(YamlMap map) {
        Map<Direction, Double> rates = new EnumMap<>(Direction.class);
        map.optionalMap("rates").ifPresent(row -> {
            for (Direction direction : Direction.values()) {
                row.optionalNumber(direction.code(), 0, MAX_VALUE).ifPresent(rate -> rates.put(direction, rate));
            }
        });
        Map<Service, Double> services = new EnumMap<>(Service.class);
        map.optionalMap("services").ifPresent(row -> {
            for (Service service : Service.values()) {
                row.optionalNumber(service.code(), 0, 1).ifPresent(share -> services.put(service, share));
            }
        });
        return new SpecInput.Stars(
                map.text("key"),
                map.flag("line", false),
                given(map),
                map.numbers("coverage", 0, 1),
                rates,
                number(map, "rate_share"),
                services,
                kpis(map),
                stars(map, "previous"));
    }

    private static Map<Service, Map<ServiceKpi, ServiceLevel>> kpis(YamlMap map) {
        Map<Service, Map<ServiceKpi, ServiceLevel>> kpis = new EnumMap<>(Service.class);
        map.optionalMap("kpis").ifPresent(row -> {
            for (Service service : Service.values()) {
                row.optionalMap(service.code()).ifPresent(own -> kpis.put(service, levels(own)));
            }
        });
        return kpis;
    }

    private static Map<ServiceKpi, ServiceLevel> levels(YamlMap map) {
        Map<ServiceKpi, ServiceLevel> levels = new EnumMap<>(ServiceKpi.class);
        for (ServiceKpi kpi : ServiceKpi.values()) {
            map.optionalWord(kpi.code(), ServiceLevel.class).ifPresent(level -> levels.put(kpi, level));
        }
        return levels;
    }

    /** One group of samples for each date and time listed. */
    private static List<SampleGroup> samples(YamlMap map) {
        List<SampleGroup> groups = new ArrayList<>();
        for (YamlMap item : map.maps("samples")) {
            List<LocalTime> times = times(item);
            for (LocalDate date : dates(item)) {
                times.forEach(time -> addGroup(item, date, time, groups));
            }
        }
        return groups;
    }

    private static void addGroup(YamlMap item, LocalDate date, LocalTime time, List<SampleGroup> into) {
        Rat rat = item.optionalWord("rat", Rat.class).orElse(Rat.G5);
        if (item.has("covered")) {
            int samples = item.integer("samples", 1, MAX_REPEAT);
            int covered = item.integer("covered", 0, samples);
            addLevel(into, group(item, date, time, rat, GOOD_RSRP, covered));
            addLevel(into, group(item, date, time, rat, WEAK_RSRP, samples - covered));
            return;
        }
        SampleGroup plain = group(item, date, time, rat, 0, item.integer("samples", 1, MAX_REPEAT));
        into.add(new SampleGroup(
                date,
                time,
                plain.source(),
                plain.device(),
                plain.spot(),
                plain.mode(),
                plain.purpose(),
                rat,
                optional(item.optionalNumber("rsrp_dbm", -LEVEL, LEVEL)),
                optional(item.optionalNumber("sinr_db", -LEVEL, LEVEL)),
                plain.repeat()));
    }

    private static void addLevel(List<SampleGroup> into, SampleGroup group) {
        if (group.repeat() > 0) {
            into.add(group);
        }
    }

    private static SampleGroup group(YamlMap item, LocalDate date, LocalTime time, Rat rat, double rsrp, int repeat) {
        return new SampleGroup(
                date,
                time,
                item.optionalWord("source", Source.class).orElse(Source.WALK),
                item.optionalText("device").orElse(""),
                item.optionalText("spot").orElse(""),
                item.optionalWord("mode", TestMode.class).orElse(TestMode.FREE),
                item.optionalWord("purpose", Purpose.class),
                rat,
                OptionalDouble.of(rsrp),
                OptionalDouble.of(GOOD_SINR),
                repeat);
    }

    /** One group of tests for each date and device listed. */
    private static List<SpecInput.RateTest> tests(YamlMap map) {
        List<SpecInput.RateTest> tests = new ArrayList<>();
        for (YamlMap item : map.maps("tests")) {
            Map<Direction, Double> directions = new EnumMap<>(Direction.class);
            item.optionalNumber("dl_mbps", 0, MAX_VALUE).ifPresent(rate -> directions.put(Direction.DL, rate));
            item.optionalNumber("ul_mbps", 0, MAX_VALUE).ifPresent(rate -> directions.put(Direction.UL, rate));
            List<String> devices = item.texts("devices");
            for (LocalDate date : dates(item)) {
                for (String device : devices) {
                    tests.add(new SpecInput.RateTest(
                            date,
                            device,
                            item.optionalWord("source", Source.class).orElse(Source.WALK),
                            item.optionalWord("mode", TestMode.class).orElse(TestMode.FREE),
                            item.optionalWord("rat", Rat.class).orElse(Rat.G5),
                            item.optionalWord("outcome", Outcome.class).orElse(Outcome.OK),
                            directions,
                            item.optionalInteger("repeat", 1, MAX_REPEAT).orElse(1)));
                }
            }
        }
        return tests;
    }

    /** One group for each date and device listed. */
    private static List<SpecInput.CrowdTest> crowd(YamlMap map) {
        List<SpecInput.CrowdTest> tests = new ArrayList<>();
        for (YamlMap item : map.maps("tests")) {
            for (LocalDate date : dates(item)) {
                times(item).forEach(time -> addCrowd(item, date, time, tests));
            }
        }
        return tests;
    }

    private static void addCrowd(YamlMap item, LocalDate date, LocalTime time, List<SpecInput.CrowdTest> into) {
        List<String> devices = item.texts("devices");
        for (String device : devices.isEmpty() ? List.of("") : devices) {
            into.add(crowdTest(item, date, time, device));
        }
    }

    private static SpecInput.CrowdTest crowdTest(YamlMap item, LocalDate date, LocalTime time, String device) {
        return new SpecInput.CrowdTest(
                date,
                time,
                device,
                operator(item),
                item.optionalText("point").orElse(""),
                optional(item.optionalNumber("lon", -LEVEL, LEVEL)),
                optional(item.optionalNumber("lat", -LEVEL, LEVEL)),
                item.optionalWord("rat", Rat.class).orElse(Rat.G5),
                item.optionalText("plmn").orElse(""),
                item.optionalInteger("arfcn", 0, MAX_ARFCN).map(OptionalInt::of).orElse(OptionalInt.empty()),
                item.optionalWord("outcome", Outcome.class).orElse(Outcome.OK),
                number(item, "dl_mbps"),
                number(item, "ul_mbps"),
                item.optionalInteger("repeat", 1, MAX_REPEAT).orElse(1),
                item.optionalNumber("step_s", 0, MAX_VALUE).orElse(0.0));
    }

    private static List<LocalDate> dates(YamlMap item) {
        return item.dates("dates");
    }

    private static List<LocalTime> times(YamlMap item) {
        List<LocalTime> times = item.times("times");
        return times.isEmpty() ? List.of(LocalTime.of(9, 0)) : times;
    }

    private static OptionalDouble number(YamlMap map, String key) {
        return optional(map.optionalNumber(key, 0, MAX_VALUE));
    }

    private static OptionalInt stars(YamlMap map, String key) {
        return map.optionalInteger(key, 1, MAX_STARS).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
