package org.signalup.ledger.internal.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.signalup.geo.Crs;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.Geodesy;
import org.signalup.ledger.internal.Findings;

/**
 * GCJ-02 declared as WGS-84. The shift is some 100 to 700 m in a direction known for every position. So two descriptions
 * of the same spot — a place and its key points, a point and its line — tell: if they are apart as declared and together
 * when one side is read as GCJ-02, that side was declared wrongly.
 */
public final class ShiftCheck {
    /** Smaller distances are the size of a place. */
    private static final double APART_M = 100;
    /** Reading as GCJ-02 must take away at least this share of the distance … */
    private static final double EXPLAINED = 0.65;
    /** … and most of the objects that could tell must tell the same. */
    private static final double AGREEING = 0.6;

    private ShiftCheck() {}

    /** How far one description is from the other: as declared, and with this side read as GCJ-02. */
    public record Witness(Findings.Spot spot, String id, GeoPoint declared, double apartM, double asGcj02M) {
        boolean tells() {
            return apartM >= APART_M && asGcj02M <= (1 - EXPLAINED) * apartM;
        }
    }

    /** A witness for a position declared as WGS-84 against where it should be. */
    public static Witness between(Findings.Spot spot, String id, GeoPoint declared, GeoPoint anchor) {
        GeoPoint read = Crs.GCJ02.toWgs84(declared.lonDeg(), declared.latDeg());
        return new Witness(spot, id, declared, Geodesy.distanceM(declared, anchor), Geodesy.distanceM(read, anchor));
    }

    /** The middle of several positions. */
    public static GeoPoint middle(List<GeoPoint> positions) {
        double lon = positions.stream().mapToDouble(GeoPoint::lonDeg).average().orElseThrow();
        double lat = positions.stream().mapToDouble(GeoPoint::latDeg).average().orElseThrow();
        return new GeoPoint(lon, lat);
    }

    /** Says so when most witnesses agree; the measured shift is the median of theirs. */
    public static boolean report(List<Witness> witnesses, String what, String whatEn, Findings findings) {
        List<Witness> telling =
                new ArrayList<>(witnesses.stream().filter(Witness::tells).toList());
        if (telling.isEmpty() || telling.size() < AGREEING * witnesses.size()) {
            return false;
        }
        telling.sort(Comparator.comparingDouble(Witness::apartM).thenComparing(Witness::id));
        Witness median = telling.get(telling.size() / 2);
        GeoPoint shifted = median.declared();
        GeoPoint truth = Crs.GCJ02.toWgs84(shifted.lonDeg(), shifted.latDeg());
        String metres = metres(median.apartM());
        double azimuth = Geodesy.azimuthDeg(truth, shifted);
        for (Witness witness : telling) {
            findings.warn(
                    witness.spot(),
                    "GCJ02_AS_WGS84",
                    witness.id() + " 声明为 WGS-84，但像是 GCJ-02：偏 " + metres(witness.apartM()) + " m，按 GCJ-02 读只差 "
                            + metres(witness.asGcj02M()) + " m",
                    witness.id() + " is declared WGS-84 but looks like GCJ-02: off by " + metres(witness.apartM())
                            + " m, read as GCJ-02 by " + metres(witness.asGcj02M()) + " m");
        }
        findings.warn(
                Findings.Spot.file(telling.get(0).spot().file()),
                "GCJ02_AS_WGS84",
                what + "：" + telling.size() + "/" + witnesses.size() + " 个实测偏移约 " + metres + " m，方向"
                        + Compass.zh(azimuth) + "（" + Math.round(azimuth) + "°）；请把坐标系改为 GCJ02 或换算后再报",
                whatEn + ": " + telling.size() + " of " + witnesses.size() + " are shifted by about " + metres
                        + " m to the " + Compass.en(azimuth) + " (" + Math.round(azimuth)
                        + "°); declare them GCJ02 or convert them");
        return true;
    }

    /** Is this a system that GCJ-02 numbers may have been put into by mistake? */
    public static boolean suspect(String crs) {
        return crs.equals("WGS84") || crs.equals("CGCS2000");
    }

    private static String metres(double metres) {
        return String.format(Locale.ROOT, "%.0f", metres);
    }
}
