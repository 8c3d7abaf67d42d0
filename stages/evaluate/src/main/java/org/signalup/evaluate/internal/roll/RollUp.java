package org.signalup.evaluate.internal.roll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.signalup.domain.RatRow;
import org.signalup.domain.TextOrder;
import org.signalup.domain.Verdict;
import org.signalup.engine.Engine;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.evaluate.internal.Together;
import org.signalup.evaluate.internal.judge.Decided;
import org.signalup.evaluate.internal.judge.LineBins;
import org.signalup.evaluate.internal.judge.PlaceVerdict;
import org.signalup.evaluate.internal.judge.PlanJudge;
import org.signalup.evaluate.internal.judge.PlanJudge.Need;
import org.signalup.evaluate.internal.judge.ProgressJudge;
import org.signalup.evaluate.internal.judge.Regions;
import org.signalup.evaluate.internal.judge.StretchVerdict;
import org.signalup.evaluate.internal.map.MapVerdicts;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.write.GoalPlaces;
import org.signalup.evaluate.internal.write.ResultSink;
import org.signalup.intake.ServiceAggregates;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;
import org.signalup.ledger.Line.Section;
import org.signalup.ledger.Place;

/** From tallies to result rows: targets → places and lines → rates → stars → progress and plan. */
public final class RollUp implements PlaceRoll.Listener, LineRoll.Listener {
    private final EvaluationRequest request;
    private final Engine engine;
    private final Targets targets;
    private final ResultSink sink;
    private final Optional<LocalDate> asOf;
    private final Map<String, Map<String, PlaceVerdict>> places = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<RatRow, StretchVerdict>>> lines = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<String, Map<RatRow, StretchVerdict>>>> sections = new HashMap<>();
    private List<ServiceAggregates.Refused> aggregatesRefused = List.of();
    private final PlanJudge plan;
    private final GoalPlaces goalPlaces;
    private final MapVerdicts onMap;
    private final Regions regions;
    private final TargetRegions targetRegions;

    public RollUp(
            EvaluationRequest request,
            Engine engine,
            Targets targets,
            ResultSink sink,
            GoalPlaces goalPlaces,
            Optional<LocalDate> asOf) {
        this.request = request;
        this.engine = engine;
        this.targets = targets;
        this.sink = sink;
        this.asOf = asOf;
        this.plan = new PlanJudge(request.standard());
        this.goalPlaces = goalPlaces;
        this.onMap = new MapVerdicts(targets);
        this.regions = new Regions(request.programme(), request.ledger().divisions(), divisionCodes());
        this.targetRegions = new TargetRegions(targets, regions);
    }

    /** Judges everything; {@code tests} says whether {@code test_match} has any. */
    public void run(boolean tests) {
        judgeTargets();
        new SourceRoll(engine, targets, sink).run();
        RateRoll rateRoll = new RateRoll(engine, targets, targetRegions, sink);
        Map<ObjectRates.Key, ObjectRates> rates = tests ? rateRoll.run() : Map.of();
        StarRoll stars = new StarRoll(targets, new PreviousStars(request.previous()), rates, sink::score);
        ProgressRoll progress = new ProgressRoll(targets, asOf, rates);
        for (Place place : request.ledger().places()) {
            stars.rows(place, places.get(place.id())).forEach(row -> {
                sink.place(row);
                onMap.place(targets.placeNumber(place.id()), row);
            });
            progress.add(place, places.get(place.id()));
        }
        for (Line line : request.ledger().lines()) {
            stars.rows(line, lines.get(line.id())).forEach(row -> {
                sink.line(row);
                onMap.line(row);
            });
            progress.add(line, Optional.empty(), lines.get(line.id()));
            for (Section section : line.sections()) {
                progress.add(line, Optional.of(section), sections.get(line.id()).get(section.id()));
            }
        }
        ProgressJudge judge =
                new ProgressJudge(request.programme(), request.standard().year(), regions, targets.obliged(List.of()));
        judge.judge(progress.items(), rateRoll.regions()).forEach(sink::progress);
        judge.forEachPlace(progress.items(), goalPlaces::add);
        AggregateRoll brought = new AggregateRoll(request, regions, rateRoll.regionServices());
        brought.run(sink);
        aggregatesRefused = brought.refused();
    }

    /** Finds how levels and latency are spread; after {@link #run}. */
    public void quantiles(boolean tests) {
        new QuantileRoll(engine, targets, targetRegions, sink).run(tests);
    }

    private Set<String> divisionCodes() {
        Set<String> codes = new TreeSet<>(TextOrder.CODE_POINTS);
        request.ledger().places().forEach(place -> codes.add(place.divisionCode()));
        request.ledger().lines().forEach(line -> line.sections().forEach(section -> codes.add(section.divisionCode())));
        return codes;
    }

    /** Key points and bins at once: all they have in common is the plan. */
    private void judgeTargets() {
        Together.run(this::judgePoints, this::judgeBins);
    }

    private void judgePoints() {
        PlaceRoll placeRoll = new PlaceRoll(targets, this);
        TargetTallies.forEach(engine, "tid < " + targets.pointCount(), targets::sharePpm, placeRoll::add);
        placeRoll.finish();
    }

    private void judgeBins() {
        LineRoll lineRoll = new LineRoll(targets, this);
        TargetTallies.forEach(engine, "tid >= " + targets.pointCount(), targets::sharePpm, lineRoll::add);
        lineRoll.finish();
    }

    @Override
    public void point(int target, PointRow row) {
        sink.point(row);
        onMap.point(target, row);
    }

    @Override
    public void judged(KeyPoint point, String operator, RatVerdicts verdicts) {
        if (targets.obliged(point).contains(operator)) {
            for (RatRow rat : targets.rule(point).ratRule().deciding()) {
                plan.need(verdicts.of(rat))
                        .ifPresent(need -> sink.plan(PlanJudge.row(point.id(), operator, rat, need)));
            }
        }
    }

    @Override
    public void place(Place place, Map<String, PlaceVerdict> byOperator) {
        places.put(place.id(), byOperator);
    }

    @Override
    public void bin(int target, BinRow row) {
        sink.bin(row);
        onMap.bin(target, row);
    }

    @Override
    public void needs(Line line, String operator, RatRow row, LineBins bins, Need[] needs) {
        PlanJudge.rows(line.id(), operator, row, bins, bin -> needs[bin]).forEach(sink::plan);
    }

    @Override
    public void stretch(Line line, Optional<Section> section, String operator, Map<RatRow, StretchVerdict> byRow) {
        if (section.isEmpty()) {
            lines.computeIfAbsent(line.id(), unused -> new TreeMap<>()).put(operator, byRow);
        } else {
            sections.computeIfAbsent(line.id(), unused -> new HashMap<>())
                    .computeIfAbsent(section.get().id(), unused -> new TreeMap<>())
                    .put(operator, byRow);
            byRow.forEach(
                    (rat, verdict) -> sink.section(verdict.row(line.id(), section.map(Section::id), operator, rat)));
        }
    }

    /** What was judged, as a map shows it; after {@link #run}. */
    public MapVerdicts onMap() {
        return onMap;
    }

    /** Rows of service aggregates that were refused. */
    public List<ServiceAggregates.Refused> aggregatesRefused() {
        return aggregatesRefused;
    }

    /** Places by operator and verdict. */
    public Map<String, Map<String, Integer>> placeVerdicts() {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        List<String> order = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            order.add(verdict.code());
        }
        places.values()
                .forEach(byOperator -> byOperator.forEach((operator, verdict) -> counts.computeIfAbsent(
                                operator, unused -> new TreeMap<>((a, b) -> order.indexOf(a) - order.indexOf(b)))
                        .merge(verdict.decided().verdict().code(), 1, Integer::sum)));
        return counts;
    }

    /** Passing places by operator and evidence. */
    public Map<String, Map<String, Integer>> placePasses() {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        places.values()
                .forEach(byOperator -> byOperator.forEach((operator, verdict) -> {
                    Decided decided = verdict.decided();
                    if (decided.verdict() == Verdict.PASS) {
                        counts.computeIfAbsent(operator, unused -> new TreeMap<>())
                                .merge(decided.evidence().orElseThrow().code(), 1, Integer::sum);
                    }
                }));
        return counts;
    }
}
