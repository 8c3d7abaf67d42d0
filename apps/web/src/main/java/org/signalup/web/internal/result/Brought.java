package org.signalup.web.internal.result;

import java.util.List;
import org.signalup.domain.Coded;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultTables;
import org.signalup.publish.ServiceValues;
import org.signalup.standards.ServiceKpi;

/**
 * 互联网企业汇总数据: a KPI a company brought for a region, in words, beside the own one.
 *
 * @param grade empty without limits
 * @param own empty where nothing was measured, as {@code difference} is
 */
public record Brought(
        String provider,
        String method,
        String period,
        String division,
        String operator,
        Service service,
        ServiceKpi kpi,
        long sessions,
        String value,
        Text grade,
        String own,
        long ownN,
        String difference) {
    private static final int SHOWN = 200;

    /** Of regions whose code begins with a prefix; of all with an empty one. */
    public static List<Brought> list(ResultTables tables, String prefix) {
        if (!tables.has("service_aggregates")) {
            return List.of();
        }
        return tables.list(
                "SELECT provider, method, period_from, period_to, division_code, operator, service, kpi, sessions, value, grade,"
                        + " own_n, own_value, difference FROM service_aggregates WHERE substring(division_code, 1, ?) = ? ORDER BY"
                        + " division_code, service, kpi, operator, provider, period_from LIMIT " + SHOWN,
                row -> {
                    ServiceKpi kpi = ServiceKpi.valueOf(row.text(7));
                    return new Brought(
                            row.text(0),
                            row.text(1),
                            row.text(2) + " – " + row.text(3),
                            row.text(4),
                            row.text(5),
                            Coded.find(Service.class, row.text(6)).orElseThrow(),
                            kpi,
                            row.getLong(8),
                            ServiceValues.of(kpi, row.getDouble(9)),
                            row.findText(10)
                                    .flatMap(code -> Coded.find(ServiceLevel.class, code))
                                    .map(ServiceLevel::text)
                                    .orElse(Text.same("–")),
                            row.isNull(12) ? "" : ServiceValues.of(kpi, row.getDouble(12)),
                            row.isNull(11) ? 0 : row.getLong(11),
                            row.isNull(13) ? "" : ServiceValues.difference(kpi, row.getDouble(13)));
                },
                prefix.length(),
                prefix);
    }
}
