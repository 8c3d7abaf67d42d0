package org.signalup.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.TextOrder;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Place;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.Statistics;
import org.signalup.testkit.internal.PlaceRule.Grade;
import org.signalup.testkit.internal.TargetJudge.Judged;

/** {@code places.csv} without scores and stars: a place passes when all its points do. */
public final class PlaceJudge {
    /** A point of a place for one operator: its verdict and the rows it comes from. */
    private record Part(Verdict verdict, List<RatRow> rats, List<Judged> rows) {
        boolean judged() {
            return !verdict.open();
        }

        boolean self() {
            return rows.stream().anyMatch(Judged::self);
        }

        List<Judged> failing() {
            return rows.stream().filter(row -> row.verdict() == Verdict.FAIL).toList();
        }

        Grade grade() {
            return PlaceRule.joinGrades(rows.stream()
                    .map(row -> new Grade(row.verdict(), row.evidence()))
                    .toList());
        }
    }

    private final Standard standard;
    private final Statistics statistics;
    private final Ledger ledger;
    private final PointJudge points;
    private final Obliged obliged;

    public PlaceJudge(Standard standard, Ledger ledger, PointJudge points) {
        this.standard = standard;
        this.statistics = standard.statistics();
        this.ledger = ledger;
        this.points = points;
        this.obliged = new Obliged(standard, ledger);
    }

    public List<PlaceRow> rows() {
        List<PlaceRow> rows = new ArrayList<>();
        ledger.places().stream()
                .sorted((a, b) -> TextOrder.CODE_POINTS.compare(a.id(), b.id()))
                .forEach(place -> rows.addAll(rows(place)));
        return rows;
    }

    private List<PlaceRow> rows(Place place) {
        List<KeyPoint> own = ledger.keyPoints().stream()
                .filter(point -> !point.exempt() && point.placeId().equals(Optional.of(place.id())))
                .toList();
        TreeSet<String> measured = new TreeSet<>();
        own.forEach(point -> measured.addAll(points.measured(point)));
        return Obliged.rows(obliged.of(place), measured).stream()
                .map(operator -> operator.equals(ResultRows.ALL) ? all(place, own) : row(place, operator, own))
                .toList();
    }

    /** The shares of the judged points of a place, of several deciding rows the least. */
    List<Double> shares(Place place, String operator) {
        if (operator.equals(ResultRows.ALL)) {
            return List.of();
        }
        return ledger.keyPoints().stream()
                .filter(point -> !point.exempt() && point.placeId().equals(Optional.of(place.id())))
                .map(point -> part(point, operator))
                .filter(Part::judged)
                .map(part -> part.rows().stream()
                        .filter(Judged::hasSamples)
                        .mapToDouble(row -> row.moments().share())
                        .min()
                        .orElseThrow())
                .toList();
    }

    private PlaceRow row(Place place, String operator, List<KeyPoint> own) {
        List<Part> parts = own.stream().map(point -> part(point, operator)).toList();
        return row(
                place, operator, grade(parts), parts.stream().map(Part::verdict).toList());
    }

    private PlaceRow all(Place place, List<KeyPoint> own) {
        List<String> operators = obliged.of(place);
        List<Grade> grades = operators.stream()
                .map(operator ->
                        grade(own.stream().map(point -> part(point, operator)).toList()))
                .toList();
        List<Verdict> counts = own.stream()
                .map(point -> PlaceRule.join(operators.stream()
                        .map(operator -> part(point, operator).verdict())
                        .toList()))
                .toList();
        return row(place, ResultRows.ALL, PlaceRule.joinGrades(grades), counts);
    }

    private Part part(KeyPoint point, String operator) {
        List<RatRow> rats = RatRules.deciding(Keys.rule(standard, ledger, point).ratRule());
        List<Judged> rows =
                rats.stream().map(rat -> points.judged(point, operator, rat)).toList();
        Verdict only = rows.get(0).verdict();
        return new Part(
                rows.size() == 1
                        ? only
                        : PlaceRule.join(rows.stream().map(Judged::verdict).toList()),
                rats,
                rows);
    }

    private Grade grade(List<Part> parts) {
        Verdict verdict = PlaceRule.join(parts.stream().map(Part::verdict).toList());
        return switch (verdict) {
            case PASS -> new Grade(verdict, Optional.of(passGrade(parts)));
            case FAIL -> new Grade(verdict, Optional.of(failGrade(parts)));
            case RETEST -> PlaceRule.joinGrades(parts.stream().map(Part::grade).toList());
            default -> new Grade(verdict, Optional.empty());
        };
    }

    /** The weakest point, lifted to A when all points together are surely above the largest target share. */
    private Evidence passGrade(List<Part> parts) {
        Evidence weakest = parts.stream()
                .map(part -> part.grade().evidence().orElseThrow())
                .reduce(Evidence.A, Evidence::weaker);
        List<Judged> rows = parts.stream().flatMap(part -> part.rows().stream()).toList();
        double target = rows.stream().mapToDouble(Judged::target).max().orElseThrow();
        boolean surely = byRow(parts).values().stream()
                .map(Moments::sum)
                .allMatch(pooled ->
                        pooled.bounds(statistics.confidence(), statistics).low() >= target);
        return surely && parts.stream().noneMatch(Part::self) ? Evidence.A : weakest;
    }

    /** The moments of all points, each RAT row for itself. */
    private static Map<RatRow, List<Moments>> byRow(List<Part> parts) {
        Map<RatRow, List<Moments>> byRow = new TreeMap<>();
        for (Part part : parts) {
            for (int i = 0; i < part.rows().size(); i++) {
                byRow.computeIfAbsent(part.rats().get(i), absent -> new ArrayList<>())
                        .add(part.rows().get(i).moments());
            }
        }
        return byRow;
    }

    /** The best failing point, A only at a confidence shared by all judged points. */
    private Evidence failGrade(List<Part> parts) {
        long judged = parts.stream().filter(Part::judged).count();
        double confidence = 1 - statistics.placeAlpha() / judged;
        return parts.stream()
                .flatMap(part -> part.failing().stream())
                .map(row -> failGrade(row, confidence))
                .reduce(Evidence.C, Evidence::better);
    }

    private Evidence failGrade(Judged row, double confidence) {
        if (row.self()) {
            return Evidence.C;
        }
        if (row.moments().bounds(confidence, statistics).high() < row.target()) {
            return Evidence.A;
        }
        return row.dates() >= statistics.evidenceDates() ? Evidence.B : Evidence.C;
    }

    private static PlaceRow row(Place place, String operator, Grade grade, List<Verdict> counts) {
        return new PlaceRow(
                place.id(),
                operator,
                grade.verdict(),
                grade.evidence(),
                counts.size(),
                count(counts, Verdict.PASS),
                count(counts, Verdict.RETEST),
                count(counts, Verdict.FAIL),
                (int) counts.stream().filter(Verdict::open).count(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                "");
    }

    private static int count(List<Verdict> verdicts, Verdict verdict) {
        return (int) verdicts.stream().filter(verdict::equals).count();
    }
}
