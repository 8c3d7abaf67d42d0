package org.signalup.testkit.internal;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.signalup.domain.Outcome;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.TestMode;
import org.signalup.domain.Verdict;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.KpiLimit;
import org.signalup.standards.Standard.ServiceGrade;
import org.signalup.standards.Standard.ServiceScore;
import org.signalup.testkit.RefSample;

/** Free-mode sessions with an outcome: how often they succeed, dropped and failed ones being tries like any other, or how their KPIs are graded. */
final class ServiceJudge {
    private final Standard standard;
    private final Map<Service, ServiceGrade> grades;
    private final Map<Service, Map<ServiceKpi, KpiLimit>> kpis;
    private final ServiceScore score;
    private final int minTries;
    private final int evidenceDates;

    ServiceJudge(Standard standard) {
        this.standard = standard;
        this.grades = standard.services().success();
        this.kpis = standard.services().kpis();
        this.score = standard.services().score();
        this.minTries = standard.services().minTries();
        this.evidenceDates = standard.statistics().evidenceDates();
    }

    /** Success share of the graded services with enough tries. */
    Map<Service, Double> success(Collection<RefSample> tests, String operator) {
        Map<Service, Double> success = new EnumMap<>(Service.class);
        for (Service service : grades.keySet()) {
            List<RefSample> tries = tries(tests, operator, service);
            if (!tries.isEmpty() && tries.size() >= minTries) {
                success.put(service, share(tries));
            }
        }
        return success;
    }

    /** Every service measured at least fair: passed; one of them short on several dates: failed. */
    Verdict verdict(Collection<RefSample> tests, String operator) {
        boolean tried = false;
        boolean measured = false;
        boolean missed = false;
        boolean failed = false;
        for (Service service : Service.values()) {
            List<RefSample> tries = tries(tests, operator, service);
            boolean byGrades = score.rule() == ServiceScore.Rule.KPI_GRADES
                    && !kpis.getOrDefault(service, Map.of()).isEmpty();
            if (tries.isEmpty() || !(byGrades || grades.containsKey(service))) {
                continue;
            }
            tried = true;
            Optional<Long> shortDates = byGrades ? poorDates(service, tries) : shortDates(service, tries);
            measured |= shortDates.isPresent();
            missed |= shortDates.filter(dates -> dates >= 0).isPresent();
            failed |= shortDates.filter(dates -> dates >= evidenceDates).isPresent();
        }
        if (!measured) {
            return tried ? Verdict.TOO_FEW : Verdict.NOT_MEASURED;
        }
        return failed ? Verdict.FAIL : missed ? Verdict.RETEST : Verdict.PASS;
    }

    /** Empty when not measured, -1 when at least fair altogether, else the dates below fair on their own. */
    private Optional<Long> shortDates(Service service, List<RefSample> tries) {
        double fair = grades.get(service).fair();
        if (tries.size() < minTries) {
            return Optional.empty();
        }
        return Optional.of(share(tries) >= fair ? -1L : dates(tries, ofDate -> share(ofDate) < fair));
    }

    /** The same by grades: of its poor KPIs the one that was poor on most dates. */
    private Optional<Long> poorDates(Service service, List<RefSample> tries) {
        ServiceKpis figures = new ServiceKpis(standard);
        Map<ServiceKpi, ServiceLevel> levels = figures.levels(service, tries, Math.max(1, minTries));
        if (levels.isEmpty()
                || levels.size() < score.minGraded() * kpis.get(service).size()) {
            return Optional.empty();
        }
        return Optional.of(levels.keySet().stream()
                .filter(kpi -> levels.get(kpi) == ServiceLevel.POOR)
                .mapToLong(kpi -> dates(
                        tries, ofDate -> figures.levels(service, ofDate, 1).get(kpi) == ServiceLevel.POOR))
                .max()
                .orElse(-1));
    }

    private static long dates(List<RefSample> tries, Predicate<List<RefSample>> below) {
        return tries.stream()
                .map(RefSample::date)
                .distinct()
                .filter(date -> below.test(
                        tries.stream().filter(one -> one.date() == date).toList()))
                .count();
    }

    private static List<RefSample> tries(Collection<RefSample> tests, String operator, Service service) {
        return tests.stream()
                .filter(test -> test.service() == service
                        && test.outcome() != null
                        && test.operator().equals(operator)
                        && test.testMode() == TestMode.FREE
                        && test.rat() != Rat.WIFI)
                .toList();
    }

    private static double share(List<RefSample> tries) {
        return (double) tries.stream()
                        .filter(one -> one.outcome() == Outcome.OK)
                        .count()
                / tries.size();
    }
}
