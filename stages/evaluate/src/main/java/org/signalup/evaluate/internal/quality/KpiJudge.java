package org.signalup.evaluate.internal.quality;

import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.evaluate.internal.quality.SessionKpis.Figure;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.Standard.KpiLimit;
import org.signalup.standards.Standard.Services;

/** Grades the KPIs of a service by the standard's limits. */
public final class KpiJudge {
    private final Map<ServiceKpi, KpiLimit> limits;
    private final int minTries;

    public KpiJudge(Services services, Service service) {
        this.limits = services.kpis().getOrDefault(service, Map.of());
        this.minTries = services.minTries();
    }

    public Optional<KpiLimit> limit(ServiceKpi kpi) {
        return Optional.ofNullable(limits.get(kpi));
    }

    /** None where the standard has no limit or too few sessions tell. */
    public Optional<ServiceLevel> grade(ServiceKpi kpi, Figure figure) {
        if (!limits.containsKey(kpi) || figure.n() < minTries) {
            return Optional.empty();
        }
        KpiLimit limit = limits.get(kpi);
        double sign = kpi.moreIsBetter() ? 1 : -1;
        if (sign * figure.value() >= sign * limit.good()) {
            return Optional.of(ServiceLevel.GOOD);
        }
        return Optional.of(sign * figure.value() >= sign * limit.fair() ? ServiceLevel.FAIR : ServiceLevel.POOR);
    }
}
