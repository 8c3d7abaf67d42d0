package org.signalup.evaluate.internal.judge;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.signalup.domain.Direction;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.standards.ServiceKpi;

/**
 * What the stars of a place or line rest on; a part without its entry was not measured.
 *
 * @param key scenario code of a place, line kind of a line
 * @param line whether the rate scale of lines applies
 * @param coverage shares of the judged points of a place, or the single ratio of a line
 * @param rates mean rate of the judged method by direction, Mbit/s
 * @param rateShare compliant share of that method, both directions' trials pooled
 * @param services success share of each service with enough tries
 * @param kpis grades of the KPIs of each service
 * @param previous stars of the previous evaluation
 */
public record StarBasis(
        String key,
        boolean line,
        Decided decided,
        List<Double> coverage,
        Map<Direction, Double> rates,
        OptionalDouble rateShare,
        Map<Service, Double> services,
        Map<Service, Map<ServiceKpi, ServiceLevel>> kpis,
        OptionalInt previous) {
    public StarBasis {
        coverage = List.copyOf(coverage);
        rates = Map.copyOf(rates);
        services = Map.copyOf(services);
        kpis = Map.copyOf(kpis);
    }
}
