package org.signalup.testkit.internal.world;

import java.util.List;
import org.signalup.geo.Bin;
import org.signalup.geo.GeoPoint;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.standards.Standard;
import org.signalup.testkit.internal.Geodesy;
import org.signalup.testkit.internal.Matching;
import org.signalup.testkit.internal.Matching.RuledLine;

/**
 * Whether a position is clear of every limit: the contract compares whole millimetres, so a position whose decision
 * hangs on the last of them says nothing about an evaluator.
 */
public final class Clearance {
    private static final double CLOSE = 0.002;
    private static final double ROUNDING = 0.0001;

    private final Standard standard;
    private final Ledger ledger;
    private final List<RuledLine> lines;

    public Clearance(Standard standard, Ledger ledger) {
        this.standard = standard;
        this.ledger = ledger;
        this.lines = new Matching(standard, ledger).lines();
    }

    boolean clear(GeoPoint position, double accuracyM) {
        return ledger.keyPoints().stream().allMatch(point -> clear(point, position, accuracyM))
                && lines.stream().allMatch(line -> clear(line, position));
    }

    private boolean clear(KeyPoint point, GeoPoint position, double accuracyM) {
        if (point.position().isEmpty()) {
            return true;
        }
        double distance = Geodesy.toPoint(point.position().get(), position.lonDeg(), position.latDeg());
        double checkin = point.radiusM() + accuracyM + standard.matching().checkinSlackM();
        return Math.abs(distance - point.radiusM()) > CLOSE && Math.abs(distance - checkin) > CLOSE;
    }

    private static boolean clear(RuledLine line, GeoPoint position) {
        double buffer = line.rule().bufferM();
        Bin first = null;
        double least = Double.MAX_VALUE;
        for (Bin bin : line.bins()) {
            double distance = Geodesy.toChord(bin, position.lonDeg(), position.latDeg());
            if (Math.abs(distance - buffer) < CLOSE) {
                return false;
            }
            if (distance < least) {
                least = distance;
                first = bin;
            }
        }
        if (first == null || least > buffer) {
            return true;
        }
        for (Bin bin : line.bins()) {
            double distance = Geodesy.toChord(bin, position.lonDeg(), position.latDeg());
            boolean rival = !bin.equals(first) && distance - least < CLOSE;
            if (rival && !(joined(bin, first) && sureOrder(least, distance))) {
                return false;
            }
        }
        return true;
    }

    private static boolean joined(Bin one, Bin other) {
        return one.to().equals(other.from()) || other.to().equals(one.from());
    }

    /** Whether both distances round to millimetres alike, however an evaluator's last digits fall. */
    private static boolean sureOrder(double near, double far) {
        return rounded(near - ROUNDING) == rounded(near + ROUNDING)
                && rounded(far - ROUNDING) == rounded(far + ROUNDING);
    }

    private static long rounded(double metres) {
        return Geodesy.mm(metres);
    }
}
