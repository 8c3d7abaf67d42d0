package org.signalup.bench.internal.town;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.signalup.bench.internal.town.SampleFile.Sample;
import org.signalup.bench.internal.town.TownLines.LinePlan;
import org.signalup.bench.internal.town.TownLines.Naming;
import org.signalup.bench.internal.town.TownLines.Run;
import org.signalup.bench.internal.town.TownLines.Zone;
import org.signalup.domain.Purpose;
import org.signalup.domain.TestMode;

/** Drives, rides and sails along the town's lines. */
final class LineRuns {
    private static final double SIDEWAYS_M = 9;

    private final SampleFile drives;
    private final Radio radio = new Radio(20250902);
    private final Map<String, LinePlan> lines =
            TownLines.lines().stream().collect(Collectors.toMap(LinePlan::id, Function.identity()));

    LineRuns(SampleFile drives) {
        this.drives = drives;
    }

    void run() {
        for (Run run : TownLines.runs()) {
            for (String operator : run.operators()) {
                ride(run, operator);
            }
        }
    }

    private void ride(Run run, String operator) {
        LinePlan line = lines.get(run.lineId());
        List<Zone> zones = TownLines.zones(run.lineId());
        double sign = run.toM() >= run.fromM() ? 1 : -1;
        long seconds = (long) Math.floor((run.toM() - run.fromM()) * sign / run.speedMps());
        LocalTime start = LocalTime.parse(run.clock());
        String session = run.lineId() + "-" + run.day() + "-" + run.clock().replace(":", "") + "-" + run.mode();
        for (long second = 0; second <= seconds; second++) {
            double chainage = run.fromM() + sign * second * run.speedMps();
            for (int copy = 0; copy < run.perSecond(); copy++) {
                Sample sample = TownSamples.sample(operator, Purpose.AUTHORITY)
                        .set("observed_at", TownSamples.time(run.day(), start, second))
                        .set("source", "DRIVE")
                        .set("test_mode", run.mode())
                        .set("device_id", "SIM-" + operator + "-CAR")
                        .set("session_id", session);
                where(sample, run.naming(), line, Math.max(0, Math.min(chainage, line.lengthM() - 1)));
                measure(sample, operator, TestMode.valueOf(run.mode()), zoneAt(zones, operator, chainage));
                drives.add(sample);
            }
        }
    }

    private static Optional<Zone> zoneAt(List<Zone> zones, String operator, double chainage) {
        return zones.stream()
                .filter(zone -> zone.operator().equals(operator))
                .filter(zone -> chainage >= zone.fromM() && chainage < zone.toM())
                .findFirst();
    }

    private void where(Sample sample, Naming naming, LinePlan line, double chainage) {
        if (naming != Naming.POSITION) {
            sample.set("line_id", line.id());
        }
        if (naming == Naming.LINE_CHAINAGE) {
            // Metro and railway logs write kilometre posts.
            long metres = (long) Math.floor(chainage);
            sample.set("chainage_m", "K" + metres / 1000 + "+" + metres % 1000).set("crs", "");
            return;
        }
        double[] at = line.at(chainage);
        double east = at[0] + radio.between(-SIDEWAYS_M, SIDEWAYS_M);
        double north = at[1] + radio.between(-SIDEWAYS_M, SIDEWAYS_M);
        TownSamples.place(sample, east, north, 5);
    }

    private void measure(Sample sample, String operator, TestMode mode, Optional<Zone> zone) {
        if (zone.isPresent()) {
            radio.bad(sample, mode, zone.get().flaw());
        } else {
            radio.good(sample, mode, TownSamples.share5g(operator));
        }
    }
}
