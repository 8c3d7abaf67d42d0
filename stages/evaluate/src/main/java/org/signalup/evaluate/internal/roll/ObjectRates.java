package org.signalup.evaluate.internal.roll;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.domain.Direction;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.internal.judge.DateTally;
import org.signalup.evaluate.internal.judge.RateJudge;
import org.signalup.evaluate.internal.judge.RateTally;
import org.signalup.evaluate.internal.judge.RateVerdict;
import org.signalup.evaluate.internal.quality.GradedKpi;
import org.signalup.standards.ServiceKpi;

/**
 * What rate tests and service sessions say about one object and operator.
 *
 * @param judged the figures of the judged method in the row ANY, by direction
 * @param trials both directions of that method; empty without tests of it
 * @param tried there are tests in the row ANY, by whatever method
 * @param services tries by date
 * @param kpis grades of the KPIs of each service
 */
record ObjectRates(
        Map<Direction, RateVerdict> judged,
        Optional<RateTally> trials,
        boolean tried,
        Map<Service, List<DateTally>> services,
        Map<Service, Map<ServiceKpi, GradedKpi>> kpis) {
    /** An object of a kind by its number. */
    record Key(int kind, int number, String operator) {}

    static final ObjectRates NONE = new ObjectRates(Map.of(), Optional.empty(), false, Map.of(), Map.of());

    /** Mean rates by direction, Mbit/s; a direction with too few tests has none. */
    Map<Direction, Double> means() {
        Map<Direction, Double> means = new EnumMap<>(Direction.class);
        judged.forEach((direction, verdict) -> {
            if (verdict.verdict().filter(Verdict.TOO_FEW::equals).isEmpty()) {
                verdict.mean().value().ifPresent(mean -> means.put(direction, mean));
            }
        });
        return means;
    }

    /** The grades alone. */
    Map<Service, Map<ServiceKpi, ServiceLevel>> levels() {
        Map<Service, Map<ServiceKpi, ServiceLevel>> levels = new EnumMap<>(Service.class);
        kpis.forEach((service, graded) -> {
            Map<ServiceKpi, ServiceLevel> own = new EnumMap<>(ServiceKpi.class);
            graded.forEach((kpi, grade) -> own.put(kpi, grade.level()));
            levels.put(service, own);
        });
        return levels;
    }

    OptionalDouble share() {
        return trials.isEmpty() ? OptionalDouble.empty() : RateJudge.compliant(trials.get());
    }

    ObjectRates withServices(Map<Service, List<DateTally>> own, Map<Service, Map<ServiceKpi, GradedKpi>> graded) {
        return new ObjectRates(judged, trials, tried, new HashMap<>(own), graded);
    }
}
