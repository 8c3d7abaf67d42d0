package org.signalup.testkit.internal.world;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.signalup.geo.GeoPoint;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.standards.Standard;

/** The measurement campaign of a random world: walks, drives, spot tests, app users, rate tests. */
public final class Campaign {
    /** One device on one errand. */
    record Run(
            String operator,
            String source,
            String mode,
            String purpose,
            String device,
            String session,
            LocalDateTime start,
            long stepMs,
            int rows,
            Signal signal) {}

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
    private static final List<LocalTime> STARTS = List.of(
            LocalTime.of(9, 0),
            LocalTime.of(9, 29, 50),
            LocalTime.of(14, 45),
            LocalTime.of(23, 59, 40),
            LocalTime.of(0, 0));

    private final Dice dice;
    private final Ledger ledger;
    private final Clearance clearance;
    private final List<List<String>> rows = new ArrayList<>();
    private int errands;

    public Campaign(Dice dice, Standard standard, Ledger ledger) {
        this.dice = dice;
        this.ledger = ledger;
        this.clearance = new Clearance(standard, ledger);
    }

    /** All rows, in the order of {@link SampleRow#COLUMNS}. */
    public List<List<String>> rows() {
        for (KeyPoint point : ledger.keyPoints()) {
            int visits = dice.between(0, 12);
            for (int i = 0; i < visits; i++) {
                visit(point);
            }
        }
        for (Line line : ledger.lines()) {
            int drives = dice.between(3, 9);
            for (int i = 0; i < drives; i++) {
                drive(line);
            }
        }
        oddities();
        return rows;
    }

    private void visit(KeyPoint point) {
        Run run = run(dice.oneOf(List.of("WALK", "WALK", "CQT", "APP", "PROBE", "")));
        boolean checkin = point.position().isEmpty() || dice.chance(0.5);
        boolean tests = dice.chance(0.3);
        for (int i = 0; i < run.rows(); i++) {
            SampleRow row = row(run, i);
            if (checkin) {
                row.set("point_id", point.id()).set("spot_no", dice.chance(0.8) ? "" + (1 + i * 3 / run.rows()) : "");
            }
            if (point.position().isPresent() && (!checkin || dice.chance(0.7))) {
                locate(row, around(point.position().get(), point.radiusM() * 1.2));
            }
            point.floor()
                    .filter(floor -> !checkin && dice.chance(0.8))
                    .ifPresent(floor -> row.set("floor", "" + (dice.chance(0.9) ? floor : floor + 1)));
            radio(row, run, tests && i % 5 == 0);
        }
    }

    private void drive(Line line) {
        Run run = run("DRIVE");
        boolean named = dice.chance(0.6);
        boolean chainage = named && dice.chance(0.6);
        long length = line.geometry().lengthMm();
        double from = dice.between(0.0, 0.7) * length;
        double step = (length - from) / Math.max(run.rows(), 1) * dice.between(0.3, 1.0);
        double aside = dice.normal(0, 12);
        boolean tests = dice.chance(0.3);
        for (int i = 0; i < run.rows(); i++) {
            long at = Math.round(from + i * step);
            SampleRow row = row(run, i);
            if (named) {
                row.set("line_id", line.id());
            }
            if (chainage) {
                row.set("chainage_m", SampleRow.metres(at));
            }
            if (!chainage || dice.chance(0.2)) {
                locate(row, around(line.geometry().at(at), Math.abs(aside) + 1));
            }
            radio(row, run, tests && i % 6 == 0);
        }
    }

    /** Rows the ledger refuses, and Wi-Fi. */
    private void oddities() {
        GeoPoint near = ledger.places().get(0).position();
        String point = ledger.keyPoints().get(0).id();
        Run run = run("WALK");
        locate(row(run, 0).set("point_id", "NOWHERE").cell("5G", "-90", "10"), near);
        row(run, 1).set("line_id", "NOLINE").set("chainage_m", "10").cell("5G", "-90", "10");
        row(run, 2).set("line_id", "L1").set("chainage_m", "9999999").cell("5G", "-90", "10");
        GeoPoint far = Terrain.offset(near, 5000, 5000);
        locate(row(run, 3).set("point_id", point).cell("5G", "-90", "10"), far);
        locate(row(run, 4).cell("WIFI", "", ""), near);
        Line line = ledger.lines().get(0);
        long end = (line.geometry().lengthMm() + 999) / 1000;
        row(run, 5).set("line_id", line.id()).set("chainage_m", "" + end).cell("5G", "-90", "10");
        row(run, 6).set("line_id", line.id()).set("chainage_m", end + ".001").cell("5G", "-90", "10");
    }

    private Run run(String source) {
        errands++;
        LocalDate date = LocalDate.of(2025, 3, dice.between(1, 4));
        boolean fast = dice.chance(0.25);
        Signal signal = new Signal(dice);
        String device = signal.withoutSinr() ? "Z" + errands : "D" + dice.between(1, 4);
        return new Run(
                dice.oneOf(Rulebook.OPERATORS),
                source,
                dice.oneOf(List.of("", "FREE", "FREE", "FREE", "LOCK_5G", "LOCK_4G", "SCAN")),
                dice.oneOf(List.of("", "THIRD_PARTY", "AUTHORITY", "RETEST", "SELF", "SELF")),
                dice.chance(0.8) ? device : "",
                dice.chance(0.9) ? "S" + errands : "",
                LocalDateTime.of(date, dice.oneOf(STARTS)),
                fast ? 50 : 1000,
                fast ? dice.between(40, 90) : dice.between(8, 40),
                signal);
    }

    private SampleRow row(Run run, int index) {
        OffsetDateTime time = run.start().atOffset(ZoneOffset.ofHours(8)).plusNanos(index * run.stepMs() * 1_000_000L);
        SampleRow row = new SampleRow();
        rows.add(row.cells());
        return row.set(
                        "observed_at",
                        errands % 2 == 0 ? TIME.format(time) : time.toInstant().toString())
                .set("operator", run.operator())
                .set("source", run.source())
                .set("test_mode", run.mode())
                .set("purpose", run.purpose())
                .set("device_id", run.device())
                .set("session_id", run.session());
    }

    private void radio(SampleRow row, Run run, boolean test) {
        Signal.Reading reading = run.signal().next();
        row.cell(reading.rat(), reading.rsrp(), reading.sinr());
        if (test) {
            test(row, reading);
        }
    }

    private void test(SampleRow row, Signal.Reading reading) {
        row.set("service", dice.oneOf(List.of("RATE", "RATE", "", "VOICE")));
        if (row.get("service").equals("VOICE")) {
            row.set("outcome", dice.oneOf(List.of("OK", "OK", "FAILED", "DROPPED")));
            return;
        }
        boolean failed = reading.rat().equals("NONE") || dice.chance(0.1);
        row.set("outcome", failed ? "FAILED" : dice.oneOf(List.of("", "OK")));
        boolean down = dice.chance(0.7);
        if (failed && dice.chance(0.3)) {
            row.set(down ? "dl_mbps" : "ul_mbps", "0");
        }
        if (!failed && down) {
            row.set("dl_mbps", SampleRow.metres(dice.between(5_000, 400_000)));
        }
        if (!failed && (!down || dice.chance(0.3))) {
            row.set("ul_mbps", SampleRow.metres(dice.between(1_000, 60_000)));
        }
        // By the number of the row, not by the dice: worlds stay what they were without it.
        if (rows.size() % 4 != 0) {
            row.set("latency_ms", SampleRow.metres(5_000 + rows.size() * 7_919L % 90_000));
        }
    }

    private void locate(SampleRow row, GeoPoint position) {
        Optional<Double> accuracy =
                dice.chance(0.6) ? Optional.of(dice.oneOf(List.of(3.0, 12.5, 50.0, 50.5, 200.0))) : Optional.empty();
        GeoPoint clear = position;
        for (int tries = 0; !clearance.clear(clear, accuracy.orElse(0.0)); tries++) {
            clear = Terrain.offset(position, dice.between(-1.0, 1.0) * (1 + tries), dice.between(-1.0, 1.0));
        }
        row.set("lon", SampleRow.degrees(clear.lonDeg())).set("lat", SampleRow.degrees(clear.latDeg()));
        row.set("crs", "WGS84");
        accuracy.ifPresent(metres -> row.set("accuracy_m", metres.toString()));
    }

    private GeoPoint around(GeoPoint centre, double metres) {
        double angle = dice.between(0, 2 * Math.PI);
        double distance = metres * Math.sqrt(dice.between(0.0, 1.0));
        return Terrain.offset(centre, distance * Math.sin(angle), distance * Math.cos(angle));
    }
}
