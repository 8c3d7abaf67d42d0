package org.signalup.evaluate.internal.roll;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.signalup.evaluate.internal.judge.LineBins;
import org.signalup.evaluate.internal.judge.TargetRule;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;

/**
 * A key point or bin with the object it belongs to.
 *
 * @param object PLACE or LINE
 * @param unit POINT or BIN
 */
record ComparedTarget(
        String object,
        String objectId,
        String unit,
        Optional<String> pointId,
        OptionalInt bin,
        OptionalLong fromMm,
        OptionalLong toMm,
        TargetRule rule) {

    boolean besideOf(ComparedTarget other) {
        return object.equals(other.object) && objectId.equals(other.objectId) && unit.equals(other.unit);
    }

    /** Looks targets up as they come, ascending: the bins of one line are at hand. */
    static final class Finder {
        private final Targets targets;
        private int lineNumber = -1;
        private LineBins bins;

        Finder(Targets targets) {
            this.targets = targets;
        }

        ComparedTarget find(int target) {
            return target < targets.pointCount() ? point(targets.points().get(target)) : bin(target);
        }

        private ComparedTarget point(KeyPoint point) {
            return new ComparedTarget(
                    point.placeId().isPresent() ? RateRoll.PLACE : RateRoll.LINE,
                    point.placeId().or(point::lineId).orElseThrow(),
                    "POINT",
                    Optional.of(point.id()),
                    OptionalInt.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    TargetRule.of(targets.rule(point)));
        }

        private ComparedTarget bin(int target) {
            int number = targets.lineOf(target);
            Line line = targets.ledger().lines().get(number);
            if (number != lineNumber) {
                lineNumber = number;
                bins = LineBins.of(targets.pieces(line));
            }
            int bin = target - targets.firstBin(number);
            return new ComparedTarget(
                    RateRoll.LINE,
                    line.id(),
                    "BIN",
                    Optional.empty(),
                    OptionalInt.of(bin),
                    OptionalLong.of(bins.fromMm(bin)),
                    OptionalLong.of(bins.toMm(bin)),
                    TargetRule.of(targets.rule(line)));
        }
    }
}
