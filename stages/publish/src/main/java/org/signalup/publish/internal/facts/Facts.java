package org.signalup.publish.internal.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.evaluate.Results;
import org.signalup.ledger.Place;
import org.signalup.publish.Causes;

/** Results as the sections ask for them, indexed once. */
public final class Facts {
    /** Lines drawn as strips at most. */
    public static final int DRAWN_LINES = 16;

    private final Results results;
    private final Names names;
    private final Map<String, Map<String, PlaceRow>> places = new LinkedHashMap<>();
    private final Map<String, Map<String, LineRow>> lines = new LinkedHashMap<>();
    private final List<LineRow> sections;
    private final Map<String, PointRow> worstPoints = new HashMap<>();
    private final Map<String, Causes> pointCauses = new HashMap<>();
    private final Map<String, Causes> scenarioCauses = new LinkedHashMap<>();
    private final BinScan bins;
    private final List<Stretch> stretches;
    private final List<PlaceRow> worstPlaces;

    public Facts(Results results) {
        this.results = results;
        names = new Names(results);
        results.places()
                .forEach(row -> places.computeIfAbsent(row.placeId(), id -> new LinkedHashMap<>())
                        .put(row.operator(), row));
        results.lines().stream()
                .filter(this::decides)
                .forEach(row -> lines.computeIfAbsent(row.lineId(), id -> new LinkedHashMap<>())
                        .put(row.operator(), row));
        sections = results.sections().stream().filter(this::decides).toList();
        results.points().stream().filter(row -> row.rat() == RatRow.ANY).forEach(this::point);
        bins = new BinScan(names, drawnLines());
        results.forEachBin(bins);
        stretches = bins.longest();
        worstPlaces = sortedWorst();
    }

    private boolean decides(LineRow row) {
        return row.rat() == names.decidingRow(row.lineId());
    }

    private void point(PointRow row) {
        if (row.operator().equals(ResultRows.ALL) || row.placeId().isEmpty()) {
            return;
        }
        Causes causes = Causes.of(row.measured());
        pointCauses.merge(row.operator(), causes, Causes::plus);
        names.place(row.placeId().get())
                .map(Place::scenario)
                .ifPresent(scenario -> scenarioCauses.merge(scenario, causes, Causes::plus));
        if (row.verdict() == Verdict.FAIL || row.verdict() == Verdict.RETEST) {
            worstPoints.merge(row.placeId().get(), row, Facts::worse);
        }
    }

    private static PointRow worse(PointRow one, PointRow two) {
        boolean failed = one.verdict() == Verdict.FAIL;
        if (failed != (two.verdict() == Verdict.FAIL)) {
            return failed ? one : two;
        }
        return two.measured().share().orElse(1) < one.measured().share().orElse(1) ? two : one;
    }

    /** The lines most in need of a look: those that fail, the longest failing first; only lines with a sample. */
    private List<String> drawnLines() {
        return lines.values().stream()
                .map(row -> row.get(ResultRows.ALL))
                .filter(row -> row != null && measured(row.lineId()))
                .sorted(worstLines())
                .limit(DRAWN_LINES)
                .map(LineRow::lineId)
                .toList();
    }

    private boolean measured(String lineId) {
        return lines.get(lineId).values().stream().anyMatch(row -> row.judgedMm() > 0);
    }

    public static Comparator<LineRow> worstLines() {
        return Comparator.comparing((LineRow row) -> severity(row.verdict()))
                .thenComparing(LineRow::failedMm, Comparator.reverseOrder())
                .thenComparing(LineRow::longestGapMm, Comparator.reverseOrder())
                .thenComparing(LineRow::lineId);
    }

    /** Failing first, then suspected, open, passed. */
    public static int severity(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> 0;
            case RETEST -> 1;
            case UNDECIDED, TOO_FEW -> 2;
            case PASS -> 3;
            case NOT_MEASURED -> 4;
        };
    }

    public Results results() {
        return results;
    }

    public Names names() {
        return names;
    }

    /** Rows of every place by operator. */
    public Map<String, Map<String, PlaceRow>> places() {
        return places;
    }

    /** Rows of every line by operator, of the technology that decides. */
    public Map<String, Map<String, LineRow>> lines() {
        return lines;
    }

    /** Section rows of the technology that decides. */
    public List<LineRow> sections() {
        return sections;
    }

    /** Places that fail or are suspected for anybody: ALL rows, the worst first. */
    public List<PlaceRow> worstPlaces() {
        return worstPlaces;
    }

    private List<PlaceRow> sortedWorst() {
        List<PlaceRow> worst = new ArrayList<>();
        places.values()
                .forEach(rows -> Optional.ofNullable(rows.get(ResultRows.ALL))
                        .filter(row -> row.verdict() == Verdict.FAIL || row.verdict() == Verdict.RETEST)
                        .ifPresent(worst::add));
        worst.sort(Comparator.comparing((PlaceRow row) -> severity(row.verdict()))
                .thenComparing(row -> -count(row.placeId(), Verdict.FAIL))
                .thenComparing(row -> -(double) row.pointsFailed() / Math.max(1, row.points()))
                .thenComparing(row -> worstShare(row.placeId()))
                .thenComparing(PlaceRow::placeId));
        return List.copyOf(worst);
    }

    private double worstShare(String placeId) {
        return worstPoint(placeId).map(row -> row.measured().share().orElse(1)).orElse(1.0);
    }

    /** How many operators have this verdict at a place. */
    public int count(String placeId, Verdict verdict) {
        return (int) places.getOrDefault(placeId, Map.of()).values().stream()
                .filter(row -> !row.operator().equals(ResultRows.ALL) && row.verdict() == verdict)
                .count();
    }

    /** The failing point with the least share at a place. */
    public Optional<PointRow> worstPoint(String placeId) {
        return Optional.ofNullable(worstPoints.get(placeId));
    }

    public List<Stretch> stretches() {
        return stretches;
    }

    public long stretchCount() {
        return bins.stretches();
    }

    public long binRows() {
        return bins.rows();
    }

    public Map<String, Map<String, Strip>> strips() {
        return bins.strips();
    }

    /** By operator, over key points of places; a sample counts at every point that holds it. */
    public Map<String, Causes> pointCauses() {
        return pointCauses;
    }

    public Map<String, Causes> scenarioCauses() {
        return scenarioCauses;
    }

    /** By operator, over the bins of lines. */
    public Map<String, Causes> lineCauses() {
        return bins.causes();
    }

    /** Places of one operator (or ALL), all or those of a scenario. */
    public Tally placeTally(String operator, Optional<String> scenario) {
        return Tally.sum(places.values().stream()
                .map(rows -> rows.get(operator))
                .filter(row -> row != null && scenario.map(s -> isOf(row, s)).orElse(true))
                .map(this::tally)
                .toList());
    }

    private boolean isOf(PlaceRow row, String scenario) {
        return names.place(row.placeId())
                .map(place -> place.scenario().equals(scenario))
                .orElse(false);
    }

    private Tally tally(PlaceRow row) {
        boolean reported =
                names.place(row.placeId()).flatMap(Place::reportedDone).isPresent();
        return Tally.one(1, reported, row.verdict(), row.evidence());
    }

    /** Kilometres of sections of one operator (or ALL), all or those of a line kind. */
    public Tally lineTally(String operator, Optional<org.signalup.domain.LineKind> kind) {
        return Tally.sum(sections.stream()
                .filter(row -> row.operator().equals(operator))
                .filter(row -> kind.isEmpty()
                        || names.line(row.lineId()).map(line -> line.kind()).equals(kind))
                .map(this::tally)
                .toList());
    }

    private Tally tally(LineRow row) {
        boolean reported =
                names.line(row.lineId()).flatMap(line -> line.reportedDone()).isPresent();
        return Tally.one(row.lengthMm() / 1e6, reported, row.verdict(), row.evidence());
    }
}
