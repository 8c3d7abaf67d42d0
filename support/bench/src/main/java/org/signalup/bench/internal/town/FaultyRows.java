package org.signalup.bench.internal.town;

import java.time.LocalTime;
import org.signalup.bench.internal.town.SampleFile.Sample;
import org.signalup.domain.Purpose;

/** A few rows that must be refused, each with its own message. */
final class FaultyRows {
    private FaultyRows() {}

    static void add(SampleFile file) {
        file.add(good().set("point_id", "SIM-P99-K1"));
        file.add(good().set("point_id", "SIM-P01-K1").set("lat", Ground.lat(9_000)));
        file.add(good().set("line_id", "SIM-L99"));
        file.add(good().set("line_id", "SIM-M1")
                .set("lon", "")
                .set("lat", "")
                .set("crs", "")
                .set("chainage_m", "K99+000"));
        file.add(good().set("observed_at", "2025-09-02 10:00:00"));
        file.add(good().set("rsrp_dbm", "NaN"));
        file.add(good().set("operator", "模拟运营商"));
        file.add(good().set("rat", "6G"));
        file.add(good().set("lon", "").set("lat", ""));
    }

    private static Sample good() {
        Sample sample = TownSamples.sample("CMCC", Purpose.THIRD_PARTY)
                .set("observed_at", TownSamples.time(2, LocalTime.of(10, 0, 5), 0))
                .set("rat", "5G")
                .set("source", "WALK")
                .set("rsrp_dbm", "-85")
                .set("sinr_db", "10");
        TownSamples.place(sample, -2_000, 6_500, 5);
        return sample;
    }
}
