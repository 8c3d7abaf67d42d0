package org.signalup.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Period;
import org.signalup.ledger.Ledger;
import org.signalup.standards.Programme;
import org.signalup.standards.Standard;
import org.signalup.testkit.ReferenceResult.Refused;
import org.signalup.testkit.internal.CrowdFiltering;
import org.signalup.testkit.internal.CrowdFiltering.Filtered;
import org.signalup.testkit.internal.CrowdReport;
import org.signalup.testkit.internal.InstrumentReport;
import org.signalup.testkit.internal.LineJudge;
import org.signalup.testkit.internal.Matching;
import org.signalup.testkit.internal.ObjectTests;
import org.signalup.testkit.internal.PlaceJudge;
import org.signalup.testkit.internal.PlanJudge;
import org.signalup.testkit.internal.PointJudge;
import org.signalup.testkit.internal.ProgressJudge;
import org.signalup.testkit.internal.Quantiles;
import org.signalup.testkit.internal.RateJudge;
import org.signalup.testkit.internal.Regions;
import org.signalup.testkit.internal.ServiceKpis;
import org.signalup.testkit.internal.Settling;
import org.signalup.testkit.internal.Settling.Settled;
import org.signalup.testkit.internal.SourceReport;
import org.signalup.testkit.internal.StarJudge;
import org.signalup.testkit.internal.StarJudge.Previous;

/**
 * The executable definition of an evaluation: plain loops over plain records, ellipsoidal distances, no SQL and no
 * index. Slow on purpose; the evaluator must give the same rows. Each step is one class, in the order they are called
 * here.
 */
public final class ReferenceEvaluator {
    private final Programme programme;
    private final Standard standard;
    private final Ledger ledger;
    private final Period period;

    public ReferenceEvaluator(Programme programme, Standard standard, Ledger ledger, Period period) {
        this.programme = programme;
        this.standard = obliged(programme, standard);
        this.ledger = ledger;
        this.period = period;
    }

    /** Evaluates normalised samples. The result does not depend on their order. */
    public ReferenceResult evaluate(List<RefSample> read) {
        return evaluate(read, Previous.NONE);
    }

    /** Evaluates with the stars of an earlier evaluation. */
    public ReferenceResult evaluate(List<RefSample> read, Previous previous) {
        Settled settled = new Settling(standard, ledger).settle(read);
        Filtered filtered = new CrowdFiltering(standard.crowdFilters(), programme.operators()).filter(settled.kept());
        List<RefSample> kept = filtered.left();
        List<RefSample> inPeriod = kept.stream().filter(this::counts).toList();
        Matching matching = new Matching(standard, ledger);
        Matching.Matches matches = matching.match(inPeriod);
        PointJudge points = new PointJudge(standard, ledger, matches);
        PlaceJudge places = new PlaceJudge(standard, ledger, points);
        LineJudge lines = new LineJudge(standard, ledger, matches);
        lines.judge(matching.lines());
        ObjectTests tests = new ObjectTests(
                ledger, matching.lines(), matches, new Regions(programme, ledger), standard.crowdFilters());
        RateJudge rates = new RateJudge(standard, ledger, tests);
        StarJudge stars = new StarJudge(standard, ledger, places, rates, tests, previous);
        SourceReport sources = new SourceReport(standard, ledger, matching, matches);
        ProgressJudge.Judged judged = new ProgressJudge.Judged(places.rows(), lines.sections(), lines.lines(), rates);
        return new ReferenceResult(
                points.rows(),
                stars.places(places.rows()),
                lines.bins(),
                lines.sections(),
                stars.lines(lines.lines()),
                rates.rows(),
                new ProgressJudge(programme, standard, ledger, tests, judged, today(kept)).rows(),
                new PlanJudge(standard, ledger, points, lines).rows(matching.lines()),
                new CrowdReport(standard.crowdFilters(), filtered, matching, tests).rows(),
                new ServiceKpis(standard, ledger, tests).rows(),
                sources.agreement(),
                sources.disagreements(),
                new InstrumentReport(ledger, matching)
                        .rows(settled.rejects().stream()
                                .filter(reject -> counts(reject.sample()))
                                .toList()),
                new Quantiles(ledger, matching.lines(), matches, tests, rates).rows(),
                refused(settled),
                kept.size(),
                settled.thinned(),
                inPeriod.stream().filter(RefSample::levelOnly).count(),
                kept.size() - inPeriod.size(),
                matches.unmatched());
    }

    private boolean counts(RefSample sample) {
        return period.contains(LocalDate.ofEpochDay(sample.date()));
    }

    /** The day that stands for today: the end of the period, else the last day with a sample. */
    private Optional<LocalDate> today(List<RefSample> kept) {
        return period.to() != null
                ? Optional.of(period.to())
                : kept.stream()
                        .map(sample -> LocalDate.ofEpochDay(sample.date()))
                        .max(LocalDate::compareTo);
    }

    /** An overlay's obliged operators replace the standard's. */
    private static Standard obliged(Programme programme, Standard s) {
        return new Standard(
                s.id(),
                s.name(),
                s.status(),
                s.validFrom(),
                s.validTo(),
                s.year(),
                programme.obligedOperators().orElse(s.obligedOperators()),
                s.matching(),
                s.statistics(),
                s.pointRules(),
                s.lineRules(),
                s.rates(),
                s.services(),
                s.stars(),
                s.crowdFilters(),
                s.instruments(),
                s.precedence(),
                s.citations(),
                s.digest());
    }

    private static List<Refused> refused(Settled settled) {
        return settled.rejects().stream()
                .map(reject ->
                        new Refused(reject.sample().fileNo(), reject.sample().rowNo(), reject.code()))
                .toList();
    }
}
