package org.signalup.standards.internal;

import java.util.EnumMap;
import java.util.Map;
import org.signalup.domain.Service;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.ServiceModels;
import org.signalup.standards.Standard.KpiLimit;
import org.signalup.standards.YamlMap;

/** Reads what a standard says about the KPIs of services. */
final class KpiReader {
    private static final double MOST_MS = 600_000;
    private static final double MOST_PER_HOUR = 3_600;
    private static final double MOST_MOS = 5;

    private KpiReader() {}

    static Map<Service, Map<ServiceKpi, KpiLimit>> limits(YamlMap map) {
        Map<Service, Map<ServiceKpi, KpiLimit>> limits = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            map.optionalMap(service.code()).ifPresent(row -> limits.put(service, ofService(row)));
        }
        return limits;
    }

    private static Map<ServiceKpi, KpiLimit> ofService(YamlMap row) {
        Map<ServiceKpi, KpiLimit> limits = new EnumMap<>(ServiceKpi.class);
        for (ServiceKpi kpi : ServiceKpi.values()) {
            if (kpi != ServiceKpi.MOS_MODEL) {
                row.optionalMap(kpi.code())
                        .map(YamlMap::cited)
                        .ifPresent(limit -> limits.put(
                                kpi,
                                new KpiLimit(limit.number("good", 0, most(kpi)), limit.number("fair", 0, most(kpi)))));
            }
        }
        return limits;
    }

    private static double most(ServiceKpi kpi) {
        return switch (kpi.unit()) {
            case SHARE -> 1;
            case MS -> MOST_MS;
            case PER_HOUR -> MOST_PER_HOUR;
            case MOS -> MOST_MOS;
        };
    }

    static ServiceModels models(YamlMap map) {
        return new ServiceModels(
                map.sourced("connect_within_ms", 1, MOST_MS),
                map.sourced("high_rtt_ms", 1, MOST_MS),
                map.sourced("good_mos", 1, MOST_MOS),
                video(map.map("vmos_lite").cited()));
    }

    private static ServiceModels.Video video(YamlMap map) {
        return new ServiceModels.Video(
                map.number("low_picture", 1, MOST_MOS),
                map.number("high_picture", 1, MOST_MOS),
                map.number("free_initial_s", 0, MOST_MS),
                map.number("per_initial_s", 0, MOST_MOS),
                map.number("per_stalled_share", 0, MOST_MS),
                map.number("per_stall_a_minute", 0, MOST_MOS));
    }
}
