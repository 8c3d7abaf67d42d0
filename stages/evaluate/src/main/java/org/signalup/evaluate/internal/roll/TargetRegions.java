package org.signalup.evaluate.internal.roll;

import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.evaluate.internal.judge.Regions;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.tally.RateSql;
import org.signalup.geo.Bin;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.Geodesy;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;
import org.signalup.ledger.Line.Section;

/** Which division and regions a target lies in; numbers of regions, for engines. */
final class TargetRegions {
    private static final Schema REGIONS = Schema.of("target_region")
            .with(INT, "tid", "region_no")
            .with(VARCHAR, "scenario")
            .build();

    private final Targets targets;
    private final Regions regions;
    private final List<String> codes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    /** Divisions along the line asked for last: its bins are asked for one after the other. */
    private List<String> along = List.of();

    private int alongOf = -1;

    TargetRegions(Targets targets, Regions regions) {
        this.targets = targets;
        this.regions = regions;
    }

    /** Writes {@code target_region} of these targets. */
    void write(Engine engine, List<Integer> measured) {
        try (TableWriter out = engine.create(REGIONS)) {
            for (int tid : measured) {
                for (String region : of(division(tid))) {
                    out.put(tid).put(number(region)).put(scenario(tid)).endRow();
                }
            }
        }
    }

    /** The regions a division lies in. */
    List<String> of(String division) {
        return regions.of(division);
    }

    int number(String region) {
        return numbers.computeIfAbsent(region, code -> {
            codes.add(code);
            return codes.size() - 1;
        });
    }

    /** The id of a place, line or region. */
    String objectId(int kind, int number) {
        return switch (kind) {
            case 0 -> targets.ledger().places().get(number).id();
            case 1 -> targets.ledger().lines().get(number).id();
            case RateSql.REGION -> codes.get(number);
            default -> throw new IllegalArgumentException("kind of object: " + kind + " (expected: 0 to 2)");
        };
    }

    private String scenario(int tid) {
        return tid < targets.pointCount()
                ? targets.scenario(targets.points().get(tid))
                : Targets.scenario(line(tid).kind());
    }

    private Line line(int tid) {
        return targets.ledger().lines().get(targets.lineOf(tid));
    }

    /** Of the place a target belongs to, or of the section of its line. */
    String division(int tid) {
        if (tid >= targets.pointCount()) {
            int line = targets.lineOf(tid);
            if (line != alongOf) {
                along = divisionsAlong(line);
                alongOf = line;
            }
            return along.get(tid - targets.firstBin(line));
        }
        KeyPoint point = targets.points().get(tid);
        if (point.placeId().isPresent()) {
            int place = targets.placeNumber(point.placeId().get());
            return targets.ledger().places().get(place).divisionCode();
        }
        int number = targets.lineNumber(point.lineId().orElseThrow());
        return division(targets.ledger().lines().get(number), line -> chainageM(line, point));
    }

    /** Of each bin of a line, in order. */
    List<String> divisionsAlong(int number) {
        Line line = targets.ledger().lines().get(number);
        if (line.sections().size() == 1) {
            int bins = targets.firstBin(number + 1) - targets.firstBin(number);
            return Collections.nCopies(bins, line.sections().get(0).divisionCode());
        }
        return targets.pieces(line).stream()
                .map(piece -> division(line, middleM(piece.fromMm(), piece.toMm())))
                .toList();
    }

    /** Where a line's point lies: its chainage, else the middle of the bin whose middle is nearest. */
    private double chainageM(Line line, KeyPoint point) {
        if (point.chainage().isPresent()) {
            return point.chainage().get().fromM();
        }
        GeoPoint position = point.position().orElseThrow();
        return targets.bins(line).stream()
                .min(Comparator.comparingDouble(bin -> Geodesy.distanceM(position, middle(bin))))
                .map(bin -> middleM(bin.fromMm(), bin.toMm()))
                .orElseThrow();
    }

    private static GeoPoint middle(Bin bin) {
        return new GeoPoint(
                (bin.from().lonDeg() + bin.to().lonDeg()) / 2,
                (bin.from().latDeg() + bin.to().latDeg()) / 2);
    }

    private static double middleM(long fromMm, long toMm) {
        return (fromMm + toMm) / 2000.0;
    }

    private static String division(Line line, ToDoubleFunction<Line> chainageM) {
        return line.sections().size() == 1
                ? line.sections().get(0).divisionCode()
                : division(line, chainageM.applyAsDouble(line));
    }

    /** Division of a line at a chainage: of the section there, else of the line's first section. */
    private static String division(Line line, double atM) {
        for (Section section : line.sections()) {
            if (section.fromM() <= atM && atM < section.toM()) {
                return section.divisionCode();
            }
        }
        return line.sections().get(0).divisionCode();
    }
}
