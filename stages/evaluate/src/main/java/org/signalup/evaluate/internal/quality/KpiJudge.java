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
        return figure.n() < minTries ? Optional.empty() : level(kpi, figure);
    }

    /** Whether sessions, however few, are worse than fair. */
    public boolean poor(ServiceKpi kpi, Figure figure) {
        return level(kpi, figure).filter(ServiceLevel.POOR::equals).isPresent();
    }

    private Optional<ServiceLevel> level(ServiceKpi kpi, Figure figure) {
        return limit(kpi).map(limit -> {
            double sign = kpi.moreIsBetter() ? 1 : -1;
            if (sign * figure.value() >= sign * limit.good()) {
                return ServiceLevel.GOOD;
            }
            return sign * figure.value() >= sign * limit.fair() ? ServiceLevel.FAIR : ServiceLevel.POOR;
        });
    }
}
