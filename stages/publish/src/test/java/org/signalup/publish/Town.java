package org.signalup.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.signalup.domain.Direction;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.evaluate.ResultRows.RateRow;
import org.signalup.evaluate.Summary;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LineGeometry;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.OriginalPosition;
import org.signalup.ledger.Place;

/** Fills a {@link World} with an invented town of any size. Figures are plausible, not consistent. */
final class Town {
    private static final long BIN_MM = 100_000;
    private static final String[] SCENARIOS = {"GOV", "MED", "EDU", "SHOP", "RES"};

    private final World world = new World();
    private final Random random = new Random(7);
    private final String namePrefix;

    private Town(String namePrefix) {
        this.namePrefix = namePrefix;
    }

    /** Names of places and lines begin with the prefix, which may be anything. */
    static World of(String namePrefix, int places, int lines, int binsPerLine) {
        Town town = new Town(namePrefix);
        for (int i = 0; i < places; i++) {
            town.place(i);
        }
        for (int i = 0; i < lines; i++) {
            town.line(i, binsPerLine);
        }
        town.rates();
        town.progress();
        town.world.divisions.add(new Ledger.Division("370102", "历下区", Optional.of("370100")));
        town.world.files.add(new Summary.FileLine(
                "drive/" + namePrefix + ".csv",
                "signalup",
                "9a".repeat(32),
                1_200_000,
                1_194_000,
                6_000,
                List.of("imei", "imsi"),
                List.of("note")));
        town.world.warnings.add("sinr_db 5G: constant 0.0");
        return town.world;
    }

    private Verdict verdict() {
        int dice = random.nextInt(100);
        return dice < 58
                ? Verdict.PASS
                : dice < 70
                        ? Verdict.FAIL
                        : dice < 80 ? Verdict.RETEST : dice < 88 ? Verdict.UNDECIDED : Verdict.NOT_MEASURED;
    }

    private Optional<Evidence> evidence(Verdict verdict) {
        return verdict.open()
                ? Optional.empty()
                : Optional.of(List.of(Evidence.values()).get(random.nextInt(3)));
    }

    private void place(int number) {
        String id = String.format("P%05d", number);
        Optional<LocalDate> done = random.nextInt(4) > 0 ? Optional.of(LocalDate.of(2025, 2, 1)) : Optional.empty();
        GeoPoint where = new GeoPoint(117 + 0.2 * random.nextGaussian(), 36.6 + 0.1 * random.nextGaussian());
        world.ledgerPlaces.add(new Place(
                id,
                namePrefix + number,
                SCENARIOS[number % 5],
                "",
                "370102",
                where,
                new OriginalPosition(where.lonDeg(), where.latDeg(), "WGS84"),
                "",
                "",
                "",
                Optional.empty(),
                List.of(),
                done));
        world.ledgerPoints.add(new KeyPoint(
                id + "-1",
                Optional.of(id),
                Optional.empty(),
                namePrefix + " B1",
                "HALL",
                Optional.of(where),
                50,
                true,
                Optional.of(-1),
                Optional.empty(),
                ""));
        List<Verdict> verdicts = new ArrayList<>();
        for (String operator : World.OPERATORS) {
            Verdict verdict = verdict();
            verdicts.add(verdict);
            placeRow(id, operator, verdict);
            Measured measured = verdict == Verdict.NOT_MEASURED ? Measured.NONE : measured(verdict);
            world.points.add(new PointRow(
                    id + "-1",
                    Optional.of(id),
                    Optional.empty(),
                    operator,
                    RatRow.ANY,
                    measured,
                    verdict,
                    evidence(verdict)));
            if (verdict != Verdict.PASS) {
                world.plan.add(new PlanRow(
                        id + "-1",
                        operator,
                        RatRow.ANY,
                        verdict,
                        evidence(verdict),
                        OptionalInt.of(1 + random.nextInt(3)),
                        OptionalInt.of(9 + random.nextInt(9)),
                        verdict.code()));
            }
        }
        placeRow(id, "ALL", all(verdicts));
    }

    private static Verdict all(List<Verdict> verdicts) {
        for (Verdict verdict : List.of(Verdict.FAIL, Verdict.RETEST)) {
            if (verdicts.contains(verdict)) {
                return verdict;
            }
        }
        return verdicts.stream().allMatch(v -> v == Verdict.PASS) ? Verdict.PASS : Verdict.UNDECIDED;
    }

    private void placeRow(String id, String operator, Verdict verdict) {
        boolean pass = verdict == Verdict.PASS;
        world.places.add(new PlaceRow(
                id,
                operator,
                verdict,
                evidence(verdict),
                6,
                pass ? 6 : 3,
                verdict == Verdict.RETEST ? 2 : 0,
                verdict == Verdict.FAIL ? 2 : 0,
                verdict.open() ? 3 : 0,
                pass ? OptionalDouble.of(60 + random.nextInt(40)) : OptionalDouble.empty(),
                pass ? OptionalInt.of(2 + random.nextInt(4)) : OptionalInt.empty(),
                pass ? "NO_RATE:MAX3;NO_VOICE:MAX4" : "NOT_PASS:" + verdict.code()));
    }

    private Measured measured(Verdict verdict) {
        long samples = 60L + random.nextInt(300);
        double share = verdict == Verdict.PASS ? 0.95 + random.nextDouble() * 0.05 : random.nextDouble() * 0.9;
        long covered = Math.round(samples * share);
        long bad = samples - covered;
        return new Measured(
                OptionalLong.of(samples),
                OptionalLong.of(covered),
                OptionalDouble.of((double) covered / samples),
                OptionalDouble.of(Math.max(0, share - 0.08)),
                OptionalDouble.of(Math.min(1, share + 0.06)),
                OptionalLong.of(4),
                OptionalInt.of(2),
                OptionalInt.of(1),
                OptionalDouble.empty(),
                OptionalLong.of(bad / 4),
                OptionalLong.of(bad / 2),
                OptionalLong.of(bad / 8));
    }

    private void line(int number, int bins) {
        String id = String.format("L%03d", number);
        long length = bins * BIN_MM;
        GeoPoint from = new GeoPoint(116.6 + 0.1 * number % 0.8, 36.4);
        GeoPoint bend = new GeoPoint(117.0, 36.5 + 0.02 * number % 0.3);
        GeoPoint to = new GeoPoint(117.3, 36.8);
        LineGeometry geometry = new LineGeometry(
                List.of(new LineGeometry.Part(List.of(from, bend, to), List.of(0L, length / 2, length))), List.of());
        world.ledgerLines.add(new Line(
                id,
                namePrefix + " G" + number,
                World.kind(number),
                "G",
                List.of("370102"),
                List.of(),
                Optional.empty(),
                Optional.of(LocalDate.of(2025, 1, 1)),
                List.of(section(id, 1, 0, length / 2000.0), section(id, 2, length / 2000.0, length / 1000.0)),
                geometry));
        world.ledgerPoints.add(new KeyPoint(
                id + "-T",
                Optional.empty(),
                Optional.of(id),
                namePrefix + " T1",
                "TUNNEL",
                Optional.empty(),
                0,
                false,
                Optional.empty(),
                Optional.of(new KeyPoint.Range(length / 4000.0, length / 3500.0)),
                ""));
        for (String operator : List.of("ALL", "CMCC", "CTCC", "CUCC")) {
            bins(id, operator, bins);
            lineRow(id, Optional.empty(), operator, length, world.lines);
            lineRow(id, Optional.of(id + "-S1"), operator, length / 2, world.sections);
            lineRow(id, Optional.of(id + "-S2"), operator, length - length / 2, world.sections);
        }
    }

    private Line.Section section(String line, int number, double from, double to) {
        return new Line.Section(line + "-S" + number, namePrefix + " S" + number, "370102", from, to);
    }

    private void lineRow(String id, Optional<String> section, String operator, long length, List<LineRow> rows) {
        Verdict verdict = verdict();
        rows.add(new LineRow(
                id,
                section,
                operator,
                RatRow.ANY,
                length,
                length * 9 / 10,
                length * 8 / 10,
                length / 50,
                length * 8 / 100,
                OptionalDouble.of(0.888),
                OptionalDouble.of(0.8),
                OptionalDouble.of(0.9),
                BIN_MM * (1 + random.nextInt(30)),
                verdict,
                evidence(verdict),
                OptionalInt.empty(),
                section.isPresent() ? "" : "NOT_PASS:" + verdict.code()));
    }

    private void bins(String id, String operator, int bins) {
        Verdict verdict = Verdict.PASS;
        for (int bin = 0; bin < bins; bin++) {
            if (random.nextInt(12) == 0) {
                verdict = random.nextInt(3) > 0 ? Verdict.PASS : verdict();
            }
            if (verdict == Verdict.NOT_MEASURED) {
                continue;
            }
            Measured measured = operator.equals("ALL") ? Measured.NONE : measured(verdict);
            world.bins.add(new BinRow(
                    id,
                    bin,
                    bin * BIN_MM,
                    (bin + 1) * BIN_MM,
                    operator,
                    RatRow.ANY,
                    measured,
                    verdict,
                    evidence(verdict)));
        }
    }

    private void rates() {
        for (String operator : World.OPERATORS) {
            for (RatRow rat : RatRow.values()) {
                rate("REGION", "CN", operator, rat, Direction.DL, 180 + random.nextInt(200));
                rate("REGION", "CN", operator, rat, Direction.UL, 30 + random.nextInt(40));
            }
            world.ledgerPlaces.stream()
                    .limit(300)
                    .forEach(place ->
                            rate("PLACE", place.id(), operator, RatRow.ANY, Direction.DL, 50 + random.nextInt(500)));
        }
    }

    private void rate(String object, String id, String operator, RatRow rat, Direction way, double mean) {
        world.rates.add(new RateRow(
                object,
                id,
                operator,
                rat,
                way,
                "USER_APP",
                230,
                41,
                OptionalDouble.of(mean),
                OptionalDouble.of(mean * 0.85),
                OptionalDouble.of(mean * 1.15),
                OptionalDouble.of(mean * 0.97),
                OptionalDouble.of(mean * 0.9),
                OptionalDouble.of(mean * 0.2),
                OptionalDouble.of(0.93),
                OptionalDouble.of(0.90),
                OptionalDouble.of(0.96),
                object.equals("PLACE") ? Optional.of(verdict()) : Optional.empty()));
    }

    private void progress() {
        double places = world.ledgerPlaces.size();
        double km = world.lines.stream()
                        .filter(row -> row.operator().equals("ALL"))
                        .mapToLong(LineRow::lengthMm)
                        .sum()
                / 1e6;
        for (String region : List.of("CN", "370000")) {
            for (String operator : List.of("ALL", "CMCC", "CTCC", "CUCC")) {
                count("places", region, operator, "PLACE", 120_000, places);
                count("road", region, operator, "KM", 500_000, km);
                count("shop", region, operator, "PLACE_SHARE", 0.9, places / 5);
                if (!operator.equals("ALL")) {
                    estimate("mean_dl", region, operator, "MBPS", 220, 214.96);
                    estimate("rate_share", region, operator, "SHARE", 0.95, 0.9496);
                }
            }
        }
    }

    private void count(String target, String region, String operator, String unit, double goal, double listed) {
        double a = Math.floor(listed * 0.22);
        double b = Math.floor(listed * 0.18);
        double c = Math.floor(listed * 0.11);
        double retest = Math.floor(listed * 0.1);
        double failed = Math.floor(listed * 0.16);
        double open = listed - a - b - c - retest - failed;
        world.progress.add(new ProgressRow(
                target,
                region,
                operator,
                unit,
                OptionalDouble.of(goal),
                OptionalDouble.empty(),
                OptionalDouble.of(listed),
                OptionalDouble.of(Math.floor(listed * 0.74)),
                OptionalDouble.of(Math.floor(listed * 0.86)),
                OptionalDouble.of(a + b + c),
                OptionalDouble.of(a),
                OptionalDouble.of(b),
                OptionalDouble.of(c),
                OptionalDouble.of(retest),
                OptionalDouble.of(failed),
                OptionalDouble.of(open),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                Optional.empty()));
    }

    private void estimate(String target, String region, String operator, String unit, double goal, double value) {
        OptionalDouble none = OptionalDouble.empty();
        world.progress.add(new ProgressRow(
                target,
                region,
                operator,
                unit,
                OptionalDouble.of(goal),
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                OptionalDouble.of(value),
                OptionalDouble.of(value * 0.97),
                OptionalDouble.of(value * 1.03),
                OptionalLong.of(4_210),
                Optional.of(Verdict.UNDECIDED)));
    }
}
