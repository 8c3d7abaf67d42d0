package org.signalup.bench.internal.world;

import org.signalup.domain.Outcome;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.engine.TableWriter;
import org.signalup.ledger.KeyPoint;

/** One settled sample, column by column in the order of {@code SampleSchema.READ}. */
final class SampleRow {
    private static final long ZONE_S = 8 * 3600;
    private static final int DAY_S = 86_400;

    private SampleRow() {}

    static void write(Trip trip, Signal signal, long row, TableWriter out) {
        long localS = Math.floorDiv(trip.observedMs(), 1000L) + ZONE_S;
        out.put(1).put(row).put(trip.observedMs()).put(localS).put((int) (localS / DAY_S));
        out.put((int) Math.round(trip.lonDeg * 1e7)).put((int) Math.round(trip.latDeg * 1e7));
        out.put(trip.accuracyMm);
        out.put(trip.checkin().map(KeyPoint::id).orElse(null));
        putSpot(trip, out);
        out.put(trip.line().map(line -> line.id()).orElse(null));
        out.putNull(); // chainage_mm
        out.put(trip.operator).putNull();
        out.put(signal.rat.number()).putNull();
        out.put(trip.source.number()).put(trip.mode.number());
        out.putNull(); // busy
        nulls(out, 2); // task_id, tester_org
        out.put(trip.purpose);
        out.putNull(); // instrument_id
        out.put("D" + Long.toHexString(trip.deviceKey)).put("S" + trip.number);
        out.put(trip.deviceKey).put(TripMaker.mix(-trip.number)).put(true);
        radio(trip, signal, out);
        nulls(out, 4); // traffic, latency, jitter
        nulls(out, 1); // loss
        nulls(out, 5); // setup … hd
        nulls(out, 3); // mos, arfcn, pci
        nulls(out, 2); // cell_id, band
        out.putNull(); // speed
        putFloor(trip, out);
        nulls(out, 7); // stalls, delay, sync, mock, server, bandwidth, layers
        out.endRow();
    }

    private static void radio(Trip trip, Signal signal, TableWriter out) {
        boolean level = signal.rat == Rat.G4 || signal.rat == Rat.G5;
        if (level) {
            out.put(signal.rsrpMdbm).put(signal.sinrMdb);
        } else {
            nulls(out, 2);
        }
        out.putNull(); // rsrq
        if (signal.rateTest(trip)) {
            long downlink = signal.downlinkKbps();
            out.put(Service.RATE.number())
                    .put(Outcome.OK.number())
                    .put(downlink)
                    .put(downlink / 5);
        } else {
            nulls(out, 4);
        }
    }

    private static void putSpot(Trip trip, TableWriter out) {
        if (trip.spot() < 0) {
            out.putNull();
        } else {
            out.put(trip.spot());
        }
    }

    private static void putFloor(Trip trip, TableWriter out) {
        Integer floor = trip.checkin().flatMap(KeyPoint::floor).orElse(null);
        if (floor == null) {
            out.putNull();
        } else {
            out.put(floor.intValue());
        }
    }

    private static void nulls(TableWriter out, int count) {
        for (int i = 0; i < count; i++) {
            out.putNull();
        }
    }
}
