package org.signalup.web.internal.result;

import java.util.List;
import org.signalup.domain.Coded;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.ServiceRow;
import org.signalup.evaluate.ResultTables;
import org.signalup.publish.ServiceValues;
import org.signalup.standards.ServiceKpi;

/** 业务感知 of one place or line: a KPI of the sessions of a service with its limits. */
public record Experience(ServiceRow row) {
    /** All KPIs of an object, {@code PLACE} or {@code LINE}; none in evaluations made before there were any. */
    public static List<Experience> list(ResultTables tables, String object, String id) {
        if (!tables.has("services")) {
            return List.of();
        }
        return tables.list(
                "SELECT operator, service, kpi, n, value, good, fair, grade FROM services WHERE object = ? AND object_id = ?"
                        + " ORDER BY service, kpi, operator",
                row -> new Experience(new ServiceRow(
                        object,
                        id,
                        row.text(0),
                        Coded.find(Service.class, row.text(1)).orElseThrow(),
                        ServiceKpi.valueOf(row.text(2)),
                        row.getLong(3),
                        row.getDouble(4),
                        row.findDouble(5),
                        row.findDouble(6),
                        row.findText(7).flatMap(code -> Coded.find(ServiceLevel.class, code)))),
                object,
                id);
    }

    public String value() {
        return ServiceValues.of(row.kpi(), row.value());
    }

    public Text limits() {
        return ServiceValues.limits(row);
    }
}
