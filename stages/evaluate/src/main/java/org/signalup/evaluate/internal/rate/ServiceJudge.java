package org.signalup.evaluate.internal.rate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Service;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.internal.judge.DateTally;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.ServiceGrade;

/** Judges the success of services at a place or line; a failed try counts as a try. */
public final class ServiceJudge {
    private final Map<Service, ServiceGrade> grades;
    private final int minTries;
    private final int evidenceDates;

    public ServiceJudge(Standard standard) {
        this.grades = standard.services().success();
        this.minTries = standard.services().minTries();
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
            if (grades.containsKey(service) && all > 0 && all >= minTries) {
                success.put(service, ok / (double) all);
            }
        });
        return success;
    }

    /**
     * PASS when every service with enough tries succeeds at least fairly; FAIL when one does not and missed it on as
     * many dates as evidence B asks for; else RETEST. TOO_FEW when no service has enough tries.
     */
    public Verdict judge(Map<Service, List<DateTally>> tries) {
        boolean tried = tries.keySet().stream().anyMatch(grades::containsKey);
        Map<Service, Double> success = success(tries);
        if (success.isEmpty()) {
            return tried ? Verdict.TOO_FEW : Verdict.NOT_MEASURED;
        }
        boolean passed = true;
        for (Map.Entry<Service, Double> entry : success.entrySet()) {
            double fair = grades.get(entry.getKey()).fair();
            boolean missed = entry.getValue() < fair;
            if (missed && datesFailed(tries.get(entry.getKey()), fair) >= evidenceDates) {
                return Verdict.FAIL;
            }
            passed &= !missed;
        }
        return passed ? Verdict.PASS : Verdict.RETEST;
    }

    private static long datesFailed(List<DateTally> dates, double fair) {
        return dates.stream().filter(date -> date.failed(fair)).count();
    }
}
