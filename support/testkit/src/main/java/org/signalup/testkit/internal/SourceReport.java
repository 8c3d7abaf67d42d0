package org.signalup.testkit.internal;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.signalup.domain.RatRow;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.domain.TextOrder;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.AgreementRow;
import org.signalup.evaluate.ResultRows.DisagreementRow;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.geo.Bin;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.standards.Standard;
import org.signalup.testkit.RefSample;
import org.signalup.testkit.internal.Matching.RuledLine;
import org.signalup.testkit.internal.TargetJudge.Judged;
import org.signalup.testkit.internal.TargetJudge.Yardstick;

/** Sources side by side: every target judged once for each source, as if there were no other. */
public final class SourceReport {
    private static final Map<TestMode, RatRow> MODES =
            Map.of(TestMode.FREE, RatRow.ANY, TestMode.LOCK_4G, RatRow.G4, TestMode.LOCK_5G, RatRow.G5);

    private final Standard standard;
    private final TargetJudge judge;
    private final List<DisagreementRow> disagreements = new ArrayList<>();
    private final List<AgreementRow> single = new ArrayList<>();

    /** Where a target is. */
    private record Spot(String object, String id, Optional<KeyPoint> point, Optional<Bin> bin) {}

    /** What was found of an operator and mode at a target. */
    private record Found(String operator, TestMode mode, boolean verdicts, boolean intervals, Optional<Source> stands) {
        boolean agree() {
            return !verdicts && !intervals;
        }
    }

    public SourceReport(Standard standard, Ledger ledger, Matching matching, Matching.Matches matches) {
        this.standard = standard;
        this.judge = new TargetJudge(standard.statistics());
        for (KeyPoint point : ledger.keyPoints()) {
            Spot spot = new Spot(
                    point.placeId().isPresent() ? "PLACE" : "LINE",
                    point.placeId().or(point::lineId).orElseThrow(),
                    Optional.of(point),
                    Optional.empty());
            compare(spot, matches.ofPoint(point.id()), Yardstick.of(Keys.rule(standard, ledger, point)));
        }
        for (RuledLine line : matching.lines()) {
            matches.ofLine(line.line().id())
                    .forEach((number, samples) -> compare(
                            new Spot(
                                    "LINE",
                                    line.line().id(),
                                    Optional.empty(),
                                    Optional.of(line.bins().get(number))),
                            samples,
                            Yardstick.of(line.rule())));
        }
    }

    public List<DisagreementRow> disagreements() {
        disagreements.sort(Comparator.comparing(DisagreementRow::object)
                .thenComparing(DisagreementRow::objectId, TextOrder.CODE_POINTS)
                .thenComparing(row -> row.pointId().orElse(""), TextOrder.CODE_POINTS)
                .thenComparing(row -> row.bin().orElse(-1))
                .thenComparing(DisagreementRow::operator)
                .thenComparing(row -> row.mode().code())
                .thenComparing(row -> row.source().code()));
        return disagreements;
    }

    /** The targets of one object, unit, operator, mode and set of sources together. */
    public List<AgreementRow> agreement() {
        Map<List<String>, List<AgreementRow>> groups = new TreeMap<>(SourceReport::inOrder);
        single.forEach(row ->
                groups.computeIfAbsent(key(row), absent -> new ArrayList<>()).add(row));
        return groups.values().stream().map(SourceReport::sum).toList();
    }

    private static int inOrder(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = TextOrder.CODE_POINTS.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<String> key(AgreementRow row) {
        return List.of(
                row.object(),
                row.objectId(),
                row.unit(),
                row.operator(),
                row.mode().code(),
                row.sources().stream().map(Source::code).collect(Collectors.joining(";")));
    }

    private static AgreementRow sum(List<AgreementRow> rows) {
        AgreementRow any = rows.get(0);
        return new AgreementRow(
                any.object(),
                any.objectId(),
                any.unit(),
                any.operator(),
                any.mode(),
                any.sources(),
                rows.size(),
                rows.stream().mapToLong(AgreementRow::agreeing).sum(),
                rows.stream().mapToLong(AgreementRow::verdictsDiffer).sum(),
                rows.stream().mapToLong(AgreementRow::intervalsApart).sum());
    }

    private void compare(Spot spot, List<RefSample> samples, Yardstick yardstick) {
        Map<List<Object>, List<RefSample>> groups = samples.stream()
                .filter(sample -> sample.coverage() && MODES.containsKey(sample.testMode()))
                .collect(groupingBy(sample -> List.of(sample.operator(), sample.testMode())));
        groups.forEach((group, own) -> {
            Map<Source, List<RefSample>> bySource = new TreeMap<>(own.stream().collect(groupingBy(RefSample::source)));
            if (bySource.size() > 1) {
                compare(spot, (String) group.get(0), (TestMode) group.get(1), bySource, yardstick);
            }
        });
    }

    private void compare(
            Spot spot, String operator, TestMode mode, Map<Source, List<RefSample>> bySource, Yardstick yardstick) {
        Map<Source, Judged> alone = new TreeMap<>();
        bySource.forEach((source, own) -> alone.put(source, judge.judge(own, MODES.get(mode), yardstick)));
        Set<Verdict> decided = alone.values().stream()
                .map(Judged::verdict)
                .filter(verdict -> !verdict.open())
                .collect(Collectors.toSet());
        boolean verdicts = decided.size() > 1;
        boolean intervals = alone.values().stream()
                .anyMatch(one -> alone.values().stream().anyMatch(other -> low(one) > high(other)));
        Optional<Source> stands = standard.precedence().stream()
                .filter(alone::containsKey)
                .filter(source ->
                        decided.isEmpty() || !alone.get(source).verdict().open())
                .findFirst();
        Found found = new Found(operator, mode, verdicts, intervals, stands);
        single.add(new AgreementRow(
                spot.object(),
                spot.id(),
                spot.point().isPresent() ? "POINT" : "BIN",
                operator,
                mode,
                List.copyOf(alone.keySet()),
                1,
                found.agree() ? 1 : 0,
                verdicts ? 1 : 0,
                intervals ? 1 : 0));
        if (!found.agree()) {
            alone.forEach((source, own) -> disagreements.add(row(spot, found, source, own)));
        }
    }

    private static double low(Judged judged) {
        return judged.measured().shareLow().orElseThrow();
    }

    private static double high(Judged judged) {
        return judged.measured().shareHigh().orElseThrow();
    }

    private static DisagreementRow row(Spot spot, Found found, Source source, Judged own) {
        Measured measured = own.measured();
        return new DisagreementRow(
                spot.object(),
                spot.id(),
                spot.point().map(KeyPoint::id),
                spot.bin().map(bin -> OptionalInt.of(bin.number())).orElse(OptionalInt.empty()),
                spot.bin().map(bin -> OptionalLong.of(bin.fromMm())).orElse(OptionalLong.empty()),
                spot.bin().map(bin -> OptionalLong.of(bin.toMm())).orElse(OptionalLong.empty()),
                found.operator(),
                found.mode(),
                source,
                measured.samples().orElseThrow(),
                measured.covered().orElseThrow(),
                measured.share().orElseThrow(),
                low(own),
                high(own),
                measured.clusters().orElseThrow(),
                own.verdict(),
                own.evidence(),
                found.verdicts(),
                found.intervals(),
                found.stands());
    }
}
