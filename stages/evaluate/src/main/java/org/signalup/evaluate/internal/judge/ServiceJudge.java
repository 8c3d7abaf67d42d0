package org.signalup.evaluate.internal.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Service;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.internal.quality.GradedKpi;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.ServiceGrade;
import org.signalup.standards.Standard.Services;

/**
 * Judges services at a place or line by what the standard makes their score of: the success share, where a failed try counts as a
 * try, or the grades of KPIs.
 */
public final class ServiceJudge {
    private final Services services;
    private final Map<Service, ServiceGrade> grades;
    private final int evidenceDates;

    public ServiceJudge(Standard standard) {
        this.services = standard.services();
        this.grades = services.success();
        this.evidenceDates = standard.statistics().evidenceDates();
    }

    /**
     * The success share of each service with a grade and enough tries.
     *
     * @param tries tries and successes by date
     */
    public Map<Service, Double> success(Map<Service, List<DateTally>> tries) {
        Map<Service, Double> success = new EnumMap<>(Service.class);
        tries.forEach((service, dates) -> {
            long all = dates.stream().mapToLong(DateTally::n).sum();
            long ok = dates.stream().mapToLong(DateTally::y).sum();
            if (grades.containsKey(service) && all > 0 && all >= services.minTries()) {
                success.put(service, ok / (double) all);
            }
        });
        return success;
    }

    /**
     * PASS when every service that was measured is at least fair: in its success share, or in all its graded KPIs where the
     * standard scores it by grades; FAIL when one is not and missed it on as many dates as evidence B asks for; else RETEST.
     * TOO_FEW when services were tried and none was measured.
     *
     * @param tries tries and successes by date
     * @param kpis grades of the KPIs of each service
     */
    public Verdict judge(Map<Service, List<DateTally>> tries, Map<Service, Map<ServiceKpi, GradedKpi>> kpis) {
        Map<Service, Double> success = success(tries);
        List<Verdict> judged = new ArrayList<>();
        boolean tried = false;
        for (Service service : tries.keySet()) {
            boolean byGrades = services.byGrades(service);
            tried |= byGrades || grades.containsKey(service);
            (byGrades
                            ? ofGrades(service, kpis.getOrDefault(service, Map.of()))
                            : Optional.ofNullable(success.get(service))
                                    .map(share -> ofSuccess(
                                            share,
                                            tries.get(service),
                                            grades.get(service).fair())))
                    .ifPresent(judged::add);
        }
        if (judged.isEmpty()) {
            return tried ? Verdict.TOO_FEW : Verdict.NOT_MEASURED;
        }
        if (judged.contains(Verdict.FAIL)) {
            return Verdict.FAIL;
        }
        return judged.contains(Verdict.RETEST) ? Verdict.RETEST : Verdict.PASS;
    }

    private Optional<Verdict> ofGrades(Service service, Map<ServiceKpi, GradedKpi> graded) {
        if (!services.enoughGraded(service, graded.size())) {
            return Optional.empty();
        }
        List<GradedKpi> poor = graded.values().stream().filter(GradedKpi::poor).toList();
        boolean again = poor.stream().anyMatch(kpi -> kpi.datesPoor() >= evidenceDates);
        return Optional.of(poor.isEmpty() ? Verdict.PASS : again ? Verdict.FAIL : Verdict.RETEST);
    }

    private Verdict ofSuccess(double share, List<DateTally> dates, double fair) {
        if (share >= fair) {
            return Verdict.PASS;
        }
        long failed = dates.stream().filter(date -> date.failed(fair)).count();
        return failed >= evidenceDates ? Verdict.FAIL : Verdict.RETEST;
    }
}
