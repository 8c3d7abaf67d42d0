package org.signalup.testkit.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.signalup.domain.Direction;
import org.signalup.domain.Service;
import org.signalup.evaluate.ResultRows.CrowdRow;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.CrowdRule;
import org.signalup.standards.CrowdRule.Effect;
import org.signalup.testkit.RefSample;
import org.signalup.testkit.internal.CrowdFiltering.Filtered;

/** What each rule did, counted plainly. */
public final class CrowdReport {
    private final CrowdFilters filters;
    private final Filtered filtered;
    private final Matching matching;
    private final ObjectTests tests;

    public CrowdReport(CrowdFilters filters, Filtered filtered, Matching matching, ObjectTests tests) {
        this.tests = tests;
        this.filters = filters;
        this.filtered = filtered;
        this.matching = matching;
    }

    public List<CrowdRow> rows() {
        List<CrowdRow> rows = new ArrayList<>();
        Set<List<Object>> groups = new HashSet<>();
        filtered.crowd().forEach(sample -> groups.add(List.of(sample.source(), sample.operator())));
        for (List<Object> group : groups) {
            List<RefSample> of = filtered.crowd().stream()
                    .filter(sample ->
                            List.of(sample.source(), sample.operator()).equals(group))
                    .toList();
            filters.on().forEach(rule -> rows.add(row(rule, of)));
        }
        rows.sort(Comparator.comparing((CrowdRow row) -> row.rule().code())
                .thenComparing(row -> row.source().code())
                .thenComparing(CrowdRow::operator));
        return rows;
    }

    private CrowdRow row(CrowdRule rule, List<RefSample> of) {
        Map<RefSample, CrowdRule> by = filtered.caught();
        List<Set<RefSample>> few = rule == CrowdRule.FEW_DEVICES ? few(of.get(0)) : List.of();
        List<RefSample> caught = rule == CrowdRule.FEW_DEVICES
                ? few.stream().flatMap(Set::stream).distinct().toList()
                : of.stream().filter(s -> by.get(s) == rule).toList();
        List<RefSample> counted = of.stream()
                .filter(s -> by.get(s) == null || by.get(s).effect() == Effect.FLAG)
                .toList();
        List<RefSample> otherwise = of.stream()
                .filter(s -> rule.effect() == Effect.FLAG
                        ? by.get(s) == null
                        : by.get(s) == null || by.get(s) == rule || by.get(s).effect() == Effect.FLAG)
                .toList();
        long asked = rule.effect() == Effect.SAMPLE
                ? of.size()
                : of.stream().filter(CrowdFiltering::isTest).count();
        return new CrowdRow(
                rule,
                of.get(0).source(),
                of.get(0).operator(),
                asked,
                caught.size(),
                caught.stream()
                        .filter(s -> s.deviceId() != null || rule == CrowdRule.FEW_DEVICES)
                        .map(s -> List.of(s.deviceKey(), s.date()))
                        .distinct()
                        .count(),
                rule == CrowdRule.FEW_DEVICES ? few.size() : targets(caught),
                down(counted).size(),
                mean(counted),
                mean(otherwise));
    }

    /** Places and lines where too few devices of the operator tested, with what they said. */
    private List<Set<RefSample>> few(RefSample of) {
        return tests.few().stream()
                .filter(tests -> tests.stream()
                        .allMatch(test -> test.operator().equals(of.operator()) && test.source() == of.source()))
                .toList();
    }

    private long targets(List<RefSample> caught) {
        Matching.Matches matches = matching.match(caught);
        long points = matches.points().values().stream()
                .filter(samples -> !samples.isEmpty())
                .count();
        return points
                + matches.bins().values().stream()
                        .map(Map::values)
                        .flatMap(Collection::stream)
                        .filter(samples -> !samples.isEmpty())
                        .count();
    }

    private static List<Long> down(List<RefSample> samples) {
        return samples.stream()
                .filter(CrowdFiltering::isTest)
                .filter(s -> s.service() == null || s.service() == Service.RATE)
                .map(s -> CrowdFiltering.kbps(s, Direction.DL))
                .filter(kbps -> kbps != null)
                .toList();
    }

    private static OptionalDouble mean(List<RefSample> samples) {
        List<Long> kbps = down(samples);
        long sum = kbps.stream().mapToLong(Long::longValue).sum();
        return kbps.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum / 1000.0 / kbps.size());
    }
}
