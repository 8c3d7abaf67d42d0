package org.signalup.testkit.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.signalup.domain.Rat;
import org.signalup.domain.TextOrder;
import org.signalup.geo.Bin;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.CrowdRule;
import org.signalup.testkit.RefSample;
import org.signalup.testkit.internal.Matching.Matches;
import org.signalup.testkit.internal.Matching.RuledLine;

/** Which rate tests and service sessions count for a place, a line, a region: each once, however many targets it met. */
public final class ObjectTests {
    private final Ledger ledger;
    private final Collection<RuledLine> lines;
    private final Matches matches;
    private final Regions regions;
    private final CrowdFilters filters;

    public ObjectTests(
            Ledger ledger, Collection<RuledLine> lines, Matches matches, Regions regions, CrowdFilters filters) {
        this.filters = filters;
        this.ledger = ledger;
        this.lines = lines;
        this.matches = matches;
        this.regions = regions;
    }

    Regions regions() {
        return regions;
    }

    Set<RefSample> ofPlace(String id) {
        return without(metAtPlace(id));
    }

    Set<RefSample> ofLine(String id) {
        return without(metAtLine(id));
    }

    /** What too few devices say of places and lines, object by object. */
    List<Set<RefSample>> few() {
        List<Set<RefSample>> few = new ArrayList<>();
        ledger.places().forEach(place -> few.addAll(few(metAtPlace(place.id()))));
        ledger.lines().forEach(line -> few.addAll(few(metAtLine(line.id()))));
        return few;
    }

    private Set<RefSample> without(Set<RefSample> tests) {
        Set<RefSample> left = new LinkedHashSet<>(tests);
        few(tests).forEach(left::removeAll);
        return left;
    }

    /** Those of each operator and crowd source that name fewer devices than asked for. */
    private List<Set<RefSample>> few(Set<RefSample> tests) {
        boolean asked = filters.active() && filters.on().contains(CrowdRule.FEW_DEVICES);
        Map<List<Object>, Set<RefSample>> groups = tests.stream()
                .filter(test -> asked && filters.sources().contains(test.source()))
                .collect(Collectors.groupingBy(
                        test -> List.of(test.operator(), test.source()), Collectors.toCollection(LinkedHashSet::new)));
        return groups.values().stream()
                .filter(group ->
                        group.stream().map(RefSample::deviceKey).distinct().count() < filters.fewDevices())
                .toList();
    }

    private Set<RefSample> metAtPlace(String id) {
        return ofPoints(point -> point.placeId().equals(Optional.of(id)));
    }

    private Set<RefSample> metAtLine(String id) {
        Set<RefSample> tests = new LinkedHashSet<>();
        matches.ofLine(id).values().forEach(samples -> tests.addAll(tests(samples)));
        tests.addAll(ofPoints(point -> point.lineId().equals(Optional.of(id))));
        return tests;
    }

    /** The tests of a region, each with the scenario of what it met, the first of several. */
    Map<RefSample, String> ofRegion(String region) {
        Map<RefSample, SortedSet<String>> scenarios = new LinkedHashMap<>();
        for (KeyPoint point : ledger.keyPoints()) {
            if (regions.holds(region, division(point))) {
                add(scenarios, matches.ofPoint(point.id()), Keys.scenario(ledger, point));
            }
        }
        for (RuledLine line : lines) {
            for (Bin bin : line.bins()) {
                if (regions.holds(region, division(line.line(), middleM(bin)))) {
                    Collection<RefSample> samples =
                            matches.ofLine(line.line().id()).getOrDefault(bin.number(), List.of());
                    add(scenarios, samples, Keys.scenario(line.line()));
                }
            }
        }
        Map<RefSample, String> first = new LinkedHashMap<>();
        scenarios.forEach((test, all) -> first.put(test, all.first()));
        return first;
    }

    private static void add(Map<RefSample, SortedSet<String>> all, Collection<RefSample> samples, String scenario) {
        tests(samples)
                .forEach(test -> all.computeIfAbsent(test, absent -> new TreeSet<>(TextOrder.CODE_POINTS))
                        .add(scenario));
    }

    private Set<RefSample> ofPoints(Predicate<KeyPoint> chosen) {
        Set<RefSample> tests = new LinkedHashSet<>();
        ledger.keyPoints().stream().filter(chosen).forEach(point -> tests.addAll(tests(matches.ofPoint(point.id()))));
        return tests;
    }

    private static Collection<RefSample> tests(Collection<RefSample> samples) {
        return samples.stream()
                .filter(sample -> sample.rateOrService() && sample.rat() != Rat.WIFI)
                .toList();
    }

    /** Of its place; of a line's point that of the section it lies in. */
    String division(KeyPoint point) {
        if (point.placeId().isPresent()) {
            return Keys.place(ledger, point.placeId().get()).divisionCode();
        }
        Line line = Keys.line(ledger, point.lineId().orElseThrow());
        return division(line, point.chainage().map(KeyPoint.Range::fromM).orElseGet(() -> chainageM(line, point)));
    }

    /** The middle of the bin whose middle is nearest to a line's point that has a position. */
    private double chainageM(Line line, KeyPoint point) {
        RuledLine ruled = lines.stream()
                .filter(one -> one.line().id().equals(line.id()))
                .findFirst()
                .orElseThrow();
        double least = Double.MAX_VALUE;
        double chainage = 0;
        for (Bin bin : ruled.bins()) {
            double lon = (bin.from().lonDeg() + bin.to().lonDeg()) / 2;
            double lat = (bin.from().latDeg() + bin.to().latDeg()) / 2;
            double distance = Geodesy.toPoint(point.position().orElseThrow(), lon, lat);
            if (distance < least) {
                least = distance;
                chainage = middleM(bin);
            }
        }
        return chainage;
    }

    static double middleM(Bin bin) {
        return (bin.fromMm() + bin.toMm()) / 2000.0;
    }

    /** Of the section at a chainage; where none is, of the first. */
    static String division(Line line, double chainageM) {
        for (Line.Section section : line.sections()) {
            if (section.fromM() <= chainageM && chainageM < section.toM()) {
                return section.divisionCode();
            }
        }
        return line.sections().get(0).divisionCode();
    }
}
