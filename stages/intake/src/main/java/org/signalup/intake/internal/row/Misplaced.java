package org.signalup.intake.internal.row;

import java.util.EnumMap;
import java.util.Map;
import org.signalup.geo.Crs;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.Surroundings;
import org.signalup.intake.FindingCode;

/**
 * Positions that are beside all of the ledger as they are said, and at it when taken otherwise: as GCJ-02, which in China lies some
 * 100 to 700 m from WGS-84, or with longitude and latitude the other way round. No number shows either, but a ledger does.
 */
final class Misplaced {
    /** All rows at the beginning are looked at, then only some. */
    private static final long FIRST = 2_000;

    private static final long EVERY = 500;

    private static final int FEW = 20;
    private static final int TIMES = 3;
    private static final double E7 = 1e7;

    private final Surroundings ledger;
    private final Map<FindingCode, long[]> nearOtherwise = new EnumMap<>(FindingCode.class);
    private long rows;
    private long lookedAt;
    private long near;

    Misplaced(Surroundings ledger) {
        this.ledger = ledger;
    }

    /** Looks at a row with a position. */
    void see(SampleRow row, long rowNo) {
        if (ledger.empty() || !asSaid(row)) {
            return;
        }
        rows++;
        if (rows <= FIRST || rows % EVERY == 0) {
            look(new GeoPoint(row.x / E7, row.y / E7), rowNo);
        }
    }

    /** A free position that was taken as it stands. */
    private static boolean asSaid(SampleRow row) {
        return row.texts[Slot.POINT_ID] == null
                && row.texts[Slot.LINE_ID] == null
                && row.numbers[Slot.LON_E7] == row.x
                && row.numbers[Slot.LAT_E7] == row.y;
    }

    private void look(GeoPoint said, long rowNo) {
        lookedAt++;
        if (ledger.near(said)) {
            near++;
        }
        if (Crs.shiftedAt(said) && ledger.near(Crs.GCJ02.toWgs84(said.lonDeg(), said.latDeg()))) {
            count(FindingCode.GCJ02_AS_WGS84, rowNo);
        }
        if (Math.abs(said.lonDeg()) <= 90 && ledger.near(new GeoPoint(said.latDeg(), said.lonDeg()))) {
            count(FindingCode.LON_LAT_SWAPPED, rowNo);
        }
    }

    private void count(FindingCode code, long rowNo) {
        nearOtherwise.computeIfAbsent(code, first -> new long[] {0, rowNo})[0]++;
    }

    /** How most rows looked at are near the ledger while hardly any is as they are said: number of rows, first row. */
    Map<FindingCode, long[]> found() {
        Map<FindingCode, long[]> found = new EnumMap<>(FindingCode.class);
        nearOtherwise.forEach((code, counted) -> {
            if (counted[0] >= FEW && counted[0] * 2 >= lookedAt && counted[0] >= near * TIMES) {
                found.put(code, new long[] {rows, counted[1]});
            }
        });
        return found;
    }
}
