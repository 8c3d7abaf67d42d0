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
    private static final double MOST_MBPS = 10_000;
    private static final double MOST_GAME_MBPS = 50;
    private static final double MOST_FPS = 60;
    private static final int MOST_LINES = 1080;
    private static final double MOST_RATING = 100;

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
            case MBIT_S -> MOST_MBPS;
        };
    }

    static ServiceModels models(YamlMap map) {
        return new ServiceModels(
                map.sourced("connect_within_ms", 1, MOST_MS),
                map.sourced("high_rtt_ms", 1, MOST_MS),
                map.sourced("good_mos", 1, MOST_MOS),
                map.sourced("in_sync_ms", 0, MOST_MS),
                voice(map.map("e_model").cited()),
                video(map.map("vmos_lite").cited()),
                map.optionalMap("cloud_game").map(row -> game(row.cited())));
    }

    private static ServiceModels.Voice voice(YamlMap map) {
        return new ServiceModels.Voice(map.number("most_delay_ms", 0, MOST_MS), map.number("most_loss", 0, 1));
    }

    private static ServiceModels.Game game(YamlMap map) {
        return new ServiceModels.Game(
                map.number("mbps", 0, MOST_GAME_MBPS),
                map.number("frames_per_s", 1, MOST_FPS),
                map.integer("lines", 1, MOST_LINES),
                map.flag("quick", true),
                map.number("most_rating", 0, MOST_RATING));
    }

    private static ServiceModels.Video video(YamlMap map) {
        return new ServiceModels.Video(
                map.number("low_picture", 1, MOST_MOS),
                map.number("high_picture", 1, MOST_MOS),
                map.number("free_initial_s", 0, MOST_MS),
                map.number("per_initial_s", 0, MOST_MOS),
                map.number("per_stalled_share", 0, MOST_MS),
                map.number("per_stall_a_minute", 0, MOST_MOS),
                map.number("least_played_s", 0, MOST_MS),
                map.number("most_initial_s", 0, MOST_MS));
    }
}
