package org.signalup.intake.internal.aggregate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.signalup.standards.ServiceKpi;

/** A column of a file of aggregates: one of the fixed ones, or that of a KPI. */
record AggregateColumn(String code, List<String> headings, Optional<ServiceKpi> kpi) {
    static final AggregateColumn PROVIDER = fixed("provider", "提供方");
    static final AggregateColumn METHOD = fixed("method", "口径说明");
    static final AggregateColumn FROM = fixed("from", "起始日期");
    static final AggregateColumn TO = fixed("to", "截止日期");
    static final AggregateColumn DIVISION = fixed("division_code", "行政区划代码");
    static final AggregateColumn OPERATOR = fixed("operator", "运营商");
    static final AggregateColumn SERVICE = fixed("service", "业务");
    static final AggregateColumn SESSIONS = fixed("sessions", "业务次数");
    static final AggregateColumn USERS = fixed("users", "用户数");
    static final List<AggregateColumn> REQUIRED =
            List.of(PROVIDER, METHOD, FROM, TO, DIVISION, OPERATOR, SERVICE, SESSIONS);
    static final List<AggregateColumn> ALL = all();

    private static AggregateColumn fixed(String code, String heading) {
        return new AggregateColumn(code, List.of(code, heading), Optional.empty());
    }

    private static List<AggregateColumn> all() {
        List<AggregateColumn> all = new ArrayList<>(REQUIRED);
        all.add(USERS);
        codes().forEach((kpi, code) ->
                all.add(new AggregateColumn(code, List.of(code, kpi.text().zh()), Optional.of(kpi))));
        return List.copyOf(all);
    }

    /** The word says the unit: shares from 0 to 1, milliseconds, times an hour, Mbit/s. */
    private static Map<ServiceKpi, String> codes() {
        Map<ServiceKpi, String> codes = new EnumMap<>(ServiceKpi.class);
        for (ServiceKpi kpi : ServiceKpi.values()) {
            String name = kpi.code().toLowerCase(Locale.ROOT);
            if (kpi != ServiceKpi.MOS_MODEL) {
                codes.put(
                        kpi,
                        switch (kpi.unit()) {
                            case SHARE -> name.matches(".*_(share|ratio)") ? name : name + "_share";
                            case MS -> name + "_ms";
                            case PER_HOUR, MOS -> name;
                            case MBIT_S -> "dl_mbps";
                        });
            }
        }
        return codes;
    }

    static Optional<AggregateColumn> of(String heading) {
        String plain = Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replaceAll("[(\\[].*[)\\]]", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(column -> column.headings.contains(plain)
                        || column.headings.stream()
                                .anyMatch(own -> own.toLowerCase(Locale.ROOT).equals(plain)))
                .findFirst();
    }
}
