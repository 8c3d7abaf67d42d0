package org.signalup.testkit.internal.world;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.signalup.geo.Bin;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.standards.Standard;

/**
 * One place and one line on which somebody works hard: good coverage, rate tests, services, so that stars of every
 * number are met. The second half is a later campaign, a little better or worse.
 */
public final class Showcase {
    private static final int SAMPLES = 10;
    private static final int TESTS = 4;

    /** How one operator does, and what its campaign leaves out. */
    private record Quality(
            String operator,
            int visits,
            double bad,
            double dlMbps,
            double ulMbps,
            double success,
            List<String> omitted) {}

    private final Dice dice;
    private final Standard standard;
    private final Ledger ledger;
    private final List<Quality> qualities = new ArrayList<>();
    private int visit;

    public Showcase(Dice dice, Standard standard, Ledger ledger) {
        this.dice = dice;
        this.standard = standard;
        this.ledger = ledger;
        double dl = dice.oneOf(List.of(70.0, 120.0, 250.0, 500.0, 900.0));
        for (String operator : Rulebook.OPERATORS) {
            qualities.add(new Quality(
                    operator,
                    dice.between(1, 3),
                    dice.oneOf(List.of(0.0, 0.0, 0.01, 0.02)),
                    dl * dice.between(0.9, 1.3),
                    dl / 5 * dice.between(0.8, 1.2),
                    dice.oneOf(List.of(1.0, 1.0, 0.9)),
                    dice.oneOf(List.of(
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of("VOICE"),
                            List.of("LIVE"),
                            List.of("UL"),
                            List.of("DL"),
                            List.of("DL", "UL")))));
        }
    }

    public List<List<String>> first() {
        return rows();
    }

    public List<List<String>> second() {
        qualities.replaceAll(of -> new Quality(
                of.operator(),
                1,
                of.bad(),
                of.dlMbps() * dice.oneOf(List.of(0.8, 1.0, 1.2)),
                of.ulMbps() * dice.oneOf(List.of(0.8, 1.0, 1.2)),
                of.success(),
                of.omitted()));
        return rows();
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        Place place = ledger.places().get(0);
        Line line = ledger.lines().get(5);
        for (Quality of : qualities) {
            for (KeyPoint point : ledger.keyPoints()) {
                if (point.placeId().equals(Optional.of(place.id())) && !point.exempt()) {
                    point(point, of, rows);
                }
            }
            line(line, of, rows);
        }
        return rows;
    }

    private void point(KeyPoint point, Quality of, List<List<String>> rows) {
        for (int i = 0; i < of.visits(); i++) {
            for (String mode : List.of("", "LOCK_4G")) {
                LocalDateTime start = start();
                for (int second = 0; second < SAMPLES; second++) {
                    SampleRow row = row(of, start.plusSeconds(second), mode, "CQT");
                    rows.add(row.set("point_id", point.id()).cells());
                }
                if (mode.isEmpty()) {
                    tests(of, start, "CQT", row -> row.set("point_id", point.id()), rows);
                }
            }
        }
    }

    private void line(Line line, Quality of, List<List<String>> rows) {
        List<Bin> bins = line.geometry()
                .bins(standard.lineRule(line.kind(), line.grade()).binLengthM());
        for (int i = 0; i < of.visits(); i++) {
            for (String mode : List.of("", "LOCK_4G")) {
                LocalDateTime start = start();
                for (Bin bin : bins) {
                    SampleRow row = row(of, start.plusSeconds(bin.number()), mode, "DRIVE");
                    rows.add(at(row, line, bin).cells());
                }
                if (mode.isEmpty()) {
                    Bin bin = dice.oneOf(bins);
                    tests(of, start, "DRIVE", row -> at(row, line, bin), rows);
                }
            }
        }
    }

    private static SampleRow at(SampleRow row, Line line, Bin bin) {
        return row.set("line_id", line.id()).set("chainage_m", SampleRow.metres((bin.fromMm() + bin.toMm()) / 2));
    }

    private interface Spot {
        SampleRow at(SampleRow row);
    }

    private void tests(Quality of, LocalDateTime start, String source, Spot spot, List<List<String>> rows) {
        String method = dice.chance(0.2) ? "APP" : source;
        for (int i = 0; i < TESTS; i++) {
            LocalDateTime time = start.plusSeconds(60 + i * 20L);
            if (!of.omitted().containsAll(List.of("DL", "UL"))) {
                SampleRow rate = spot.at(row(of, time, "", method)).set("service", "RATE");
                rate.set("dl_mbps", of.omitted().contains("DL") ? "" : mbps(of.dlMbps()));
                rate.set("ul_mbps", of.omitted().contains("UL") ? "" : mbps(of.ulMbps()));
                rows.add(rate.cells());
            }
            for (String service : List.of("VOICE", "LIVE")) {
                if (!of.omitted().contains(service)) {
                    String outcome = dice.chance(of.success()) ? "OK" : dice.oneOf(List.of("FAILED", "DROPPED"));
                    rows.add(spot.at(row(of, time.plusSeconds(5), "", method))
                            .set("service", service)
                            .set("outcome", outcome)
                            .cells());
                }
            }
        }
    }

    private String mbps(double around) {
        return String.format(Locale.ROOT, "%.3f", around * dice.between(0.95, 1.05));
    }

    private LocalDateTime start() {
        visit++;
        LocalDate date = LocalDate.of(2025, 3, dice.between(1, 4));
        return date.atTime(6 + visit % 14, dice.oneOf(List.of(0, 30)), dice.between(0, 59));
    }

    private SampleRow row(Quality of, LocalDateTime time, String mode, String source) {
        boolean bad = dice.chance(of.bad());
        SampleRow row = new SampleRow()
                .set("observed_at", time + (time.getSecond() == 0 ? ":00" : "") + "+08:00")
                .set("operator", of.operator())
                .set("source", source)
                .set("test_mode", mode)
                .set("purpose", "THIRD_PARTY")
                .set("device_id", "X" + visit % 3)
                .set("session_id", "X" + visit);
        return row.cell(mode.isEmpty() ? "5G" : "4G", bad ? "-119" : "-81", "12.5");
    }
}
