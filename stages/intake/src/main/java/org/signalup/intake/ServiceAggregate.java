package org.signalup.intake;

import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import org.signalup.domain.Service;
import org.signalup.standards.ServiceKpi;

/**
 * 业务汇总数据: what an internet company says of the sessions of a service by an operator's customers in a division and period.
 *
 * @param method how it was measured and reckoned, in the company's words
 * @param division a region of the programme or a division code
 * @param users empty when not told
 * @param kpis in the units of the KPIs
 */
public record ServiceAggregate(
        String provider,
        String method,
        LocalDate from,
        LocalDate to,
        String division,
        String operator,
        Service service,
        long sessions,
        OptionalLong users,
        Map<ServiceKpi, Double> kpis) {
    public ServiceAggregate {
        kpis = Map.copyOf(kpis);
    }
}
