package org.signalup.testkit.internal;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Outcome;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.TestMode;
import org.signalup.domain.Verdict;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.ServiceGrade;
import org.signalup.testkit.RefSample;

/** How often services succeed: free-mode sessions with an outcome; dropped and failed ones are tries like any other. */
final class ServiceJudge {
    private final Map<Service, ServiceGrade> grades;
    private final int minTries;
    private final int evidenceDates;

    ServiceJudge(Standard standard) {
        this.grades = standard.services().success();
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

    /** All services with enough tries at least fair: passed; one of them short on several dates: failed. */
    Verdict verdict(Collection<RefSample> tests, String operator) {
        if (grades.keySet().stream()
                .allMatch(service -> tries(tests, operator, service).isEmpty())) {
            return Verdict.NOT_MEASURED;
        }
        Map<Service, Double> success = success(tests, operator);
        if (success.isEmpty()) {
            return Verdict.TOO_FEW;
        }
        Verdict verdict = Verdict.PASS;
        for (Map.Entry<Service, Double> entry : success.entrySet()) {
            double fair = grades.get(entry.getKey()).fair();
            if (entry.getValue() < fair) {
                List<RefSample> tries = tries(tests, operator, entry.getKey());
                long shortDates = tries.stream()
                        .map(RefSample::date)
                        .distinct()
                        .filter(date -> share(tries.stream()
                                        .filter(one -> one.date() == date)
                                        .toList())
                                < fair)
                        .count();
                verdict = shortDates >= evidenceDates || verdict == Verdict.FAIL ? Verdict.FAIL : Verdict.RETEST;
            }
        }
        return verdict;
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
