package org.signalup.testkit.internal.world;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Direction;
import org.signalup.domain.Rat;
import org.signalup.domain.ServerClass;
import org.signalup.domain.Source;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.CrowdFilters.Bands;
import org.signalup.standards.CrowdFilters.Spectrum;
import org.signalup.standards.CrowdRule;

/** Crowd data as it comes: robots, repeats, throttled tariffs, foreign networks, impossible carriers; and filters against it. */
public final class CrowdScene {
    private static final List<String> PLMNS = List.of("46000", "46001", "46011", "46015", "46020", "23415");
    /** 1815 and 2120 MHz LTE, 2550 and 3450 MHz NR, and carriers of nobody. */
    private static final List<String> CARRIERS = List.of("1300", "100", "510000", "630000", "7777", "650000");

    private final Dice dice;
    private int sessions;

    public CrowdScene(Dice dice) {
        this.dice = dice;
    }

    /** Rules with low numbers, each on or off, over app data alone or over most sources. */
    public CrowdFilters filters() {
        if (dice.chance(0.2)) {
            return CrowdFilters.NONE;
        }
        Set<CrowdRule> on = EnumSet.noneOf(CrowdRule.class);
        for (CrowdRule rule : CrowdRule.values()) {
            if (dice.chance(0.7)) {
                on.add(rule);
            }
        }
        return new CrowdFilters(
                dice.oneOf(List.of(Set.of(Source.APP), Set.of(Source.APP, Source.WALK, Source.DRIVE, Source.CQT))),
                on,
                new Bands(
                        Map.of(
                                "CMCC", List.of(lte("B3", 1805, 1830), nr("n41", 2515, 2675)),
                                "CTCC", List.of(lte("B1", 2110, 2130), nr("n78", 3400, 3500)),
                                "CUCC", List.of(lte("B1", 2130, 2155), nr("n78", 3500, 3600))),
                        List.of(Set.of("CTCC", "CUCC"))),
                new CrowdFilters.Speed(dice.oneOf(List.of(350.0, 60.0)), dice.oneOf(List.of(500.0, 20.0))),
                Map.of(
                        Rat.G5, Map.of(Direction.DL, 390.0, Direction.UL, 58.0),
                        Rat.G4, Map.of(Direction.DL, 300.0, Direction.UL, 50.0)),
                dice.between(4, 9),
                new CrowdFilters.Interval(dice.between(3, 5), 1),
                dice.between(2, 3),
                10,
                dice.between(1, 3),
                new CrowdFilters.RateLimited(List.of(1.0, 10.0, 100.0), 0.02, 3, 2),
                new CrowdFilters.Outlier(dice.between(1, 3), 4),
                new CrowdFilters.RateBandwidth(
                        Map.of(
                                Rat.G5, Map.of(Direction.DL, 5.5, Direction.UL, 4.0),
                                Rat.G4, Map.of(Direction.DL, 5.0, Direction.UL, 3.0)),
                        Map.of(Rat.G5, Map.of(Direction.DL, 2.0, Direction.UL, 1.0))),
                Optional.of(ServerClass.ON_NET),
                3,
                Set.of());
    }

    private static Spectrum lte(String band, double from, double to) {
        return new Spectrum(Rat.G4, band, from, to);
    }

    private static Spectrum nr(String band, double from, double to) {
        return new Spectrum(Rat.G5, band, from, to);
    }

    /** Gives some rows of a campaign a serving network and a carrier. */
    public void mark(List<List<String>> rows) {
        for (List<String> row : rows) {
            if (dice.chance(0.2)) {
                row.set(SampleRow.COLUMNS.indexOf("serving_plmn"), dice.oneOf(PLMNS));
            }
            if (dice.chance(0.2)) {
                row.set(SampleRow.COLUMNS.indexOf("arfcn"), dice.oneOf(CARRIERS));
            }
        }
    }

    /** App users who test at points, in every way the rules speak of. */
    public List<List<String>> rows(Ledger ledger) {
        List<List<String>> rows = new ArrayList<>();
        for (int user = 0; user < 12; user++) {
            KeyPoint point = dice.oneOf(ledger.keyPoints());
            String operator = dice.oneOf(Rulebook.OPERATORS);
            OffsetDateTime start = LocalDate.of(2025, 3, dice.between(1, 2))
                    .atTime(LocalTime.of(dice.between(8, 20), 0))
                    .atOffset(ZoneOffset.ofHours(8));
            String device = dice.chance(0.9) ? "C" + dice.between(1, 8) : "";
            int way = dice.between(0, 5);
            int tests = dice.between(1, 8);
            for (int i = 0; i < tests; i++) {
                long second = way == 0 ? i * 60L : i * 7L + dice.between(0, 6) + (way == 1 ? 0 : 100L * i * i);
                rows.add(test(way)
                        .set("observed_at", start.plusSeconds(second).toString())
                        .set("point_id", point.id())
                        .set("operator", operator)
                        .set("device_id", device)
                        .cells());
            }
        }
        return rows;
    }

    /** A session of video, voice, calls or games with whatever its client told. */
    private SampleRow session(SampleRow row) {
        row.set("service", dice.oneOf(List.of("LIVE", "LIVE", "VOICE", "VOICE", "CLOUD_GAME", "VIDEO_CALL")))
                .set("outcome", dice.oneOf(List.of("OK", "OK", "OK", "DROPPED", "FAILED")));
        told(row, "setup_ms", 200, 9_000);
        told(row, "first_frame_ms", 300, 4_000);
        told(row, "stall_ms", 0, 2_000);
        told(row, "played_ms", 5_000, 60_000);
        told(row, "hd_ms", 0, 5_000);
        told(row, "latency_ms", 10, 200);
        told(row, "loss_pct", 0, 6);
        told(row, "mos", 1, 5);
        told(row, "stalls", 0, 5);
        told(row, "delay_ms", 20, 450);
        told(row, "av_sync_ms", 0, 400);
        return row;
    }

    private void told(SampleRow row, String column, int least, int most) {
        if (dice.chance(0.6)) {
            row.set(column, "" + dice.between(least, most));
        }
    }

    private SampleRow test(int way) {
        sessions++;
        SampleRow row = new SampleRow()
                .set("rat", dice.oneOf(List.of("5G", "5G", "4G")))
                .set("source", "APP")
                .set("session_id", "C" + sessions)
                .set("service", dice.oneOf(List.of("RATE", "")));
        if (dice.chance(0.1)) {
            row.set("mock_location", dice.oneOf(List.of("1", "0", "1")));
        }
        if (way == 5) {
            return session(row);
        }
        if (dice.chance(0.3)) {
            row.set("server_class", dice.oneOf(List.of("ON_NET", "OFF_NET")));
        }
        if (dice.chance(0.3)) {
            row.set("bandwidth_mhz", dice.oneOf(List.of("1.4", "3", "20", "100")));
            row.set("layers", dice.oneOf(List.of("", "1", "4")));
        }
        if (dice.chance(0.1)) {
            return row.set("outcome", "FAILED");
        }
        String down = way == 2 ? "77.5" : way == 3 ? dice.oneOf(List.of("9.9", "10", "10.1", "9.4")) : "";
        String random = SampleRow.metres(dice.between(5_000, dice.chance(0.1) ? 900_000 : 60_000));
        row.set("dl_mbps", down.isEmpty() ? random : down);
        return way == 4 ? row.set("ul_mbps", SampleRow.metres(dice.between(1_000, 70_000))) : row;
    }
}
