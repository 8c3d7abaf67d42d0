package org.signalup.testkit;

import java.util.Arrays;
import java.util.List;
import org.signalup.domain.Outcome;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;

/**
 * A normalised sample as the reference sees it: the columns of {@code sample_read} that a verdict can depend on, in
 * the same units. {@code null} = missing.
 *
 * @param localS seconds of the wall clock in the programme's zone
 * @param date days since 1970-01-01 on that wall clock
 */
public record RefSample(
        int fileNo,
        long rowNo,
        long observedMs,
        long localS,
        int date,
        Integer lonE7,
        Integer latE7,
        Integer accuracyMm,
        String pointId,
        Integer spot,
        String lineId,
        Long chainageMm,
        String operator,
        Rat rat,
        Source source,
        TestMode testMode,
        Purpose purpose,
        String instrumentId,
        String deviceId,
        String sessionId,
        long deviceKey,
        long sessionKey,
        boolean thinnable,
        Integer rsrpMdbm,
        Integer sinrMdb,
        Service service,
        Outcome outcome,
        Long dlKbps,
        Long ulKbps,
        Integer floor,
        String servingPlmn,
        Integer arfcn,
        Measured measured,
        Client client) {
    /** What an app says of itself and its network; {@code null} = not told. */
    public record Client(Integer mock, Integer serverClass, Integer bandwidthKhz, Integer layers) {
        public static final Client SILENT = new Client(null, null, null, null);
    }

    /** What was measured of a service session; {@code null} = missing. */
    public record Measured(
            Long setupUs,
            Long firstFrameUs,
            Long stallUs,
            Long playedUs,
            Long hdUs,
            Long latencyUs,
            Long lossPpm,
            Long mosMilli,
            Long stalls,
            Long delayUs,
            Long avSyncUs) {
        public static final Measured NONE =
                new Measured(null, null, null, null, null, null, null, null, null, null, null);

        /** In this order. */
        public List<Long> values() {
            return Arrays.asList(
                    setupUs,
                    firstFrameUs,
                    stallUs,
                    playedUs,
                    hdUs,
                    latencyUs,
                    lossPpm,
                    mosMilli,
                    stalls,
                    delayUs,
                    avSyncUs);
        }
    }

    /** A coverage sample: without service or on 2G/3G always, on 4G/5G with level and quality. */
    public boolean coverage() {
        return switch (rat) {
            case NONE, G2, G3 -> true;
            case G4, G5 -> rsrpMdbm != null && sinrMdb != null;
            case WIFI -> false;
        };
    }

    /** A level-only row: counted, not judged. */
    public boolean levelOnly() {
        return (rat == Rat.G4 || rat == Rat.G5) && rsrpMdbm != null && sinrMdb == null;
    }

    public boolean rateTest() {
        boolean rate = service == null || service == Service.RATE;
        return rate && (dlKbps != null || ulKbps != null || outcome == Outcome.FAILED);
    }

    /** Rows of tests and services are never thinned. */
    public boolean rateOrService() {
        return service != null || rateTest();
    }

    public boolean positioned() {
        return lonE7 != null && latE7 != null;
    }

    public boolean self() {
        return purpose == Purpose.SELF;
    }

    public double lonDeg() {
        return lonE7 / 1e7;
    }

    public double latDeg() {
        return latE7 / 1e7;
    }

    /** The same sample with other signal values. */
    public RefSample withSignal(Integer rsrp, Integer sinr) {
        return with(rsrp, sinr, true);
    }

    /** What the sample says beside its test. */
    public RefSample withoutTest() {
        return with(rsrpMdbm, sinrMdb, false);
    }

    private RefSample with(Integer rsrp, Integer sinr, boolean test) {
        return new RefSample(
                fileNo,
                rowNo,
                observedMs,
                localS,
                date,
                lonE7,
                latE7,
                accuracyMm,
                pointId,
                spot,
                lineId,
                chainageMm,
                operator,
                rat,
                source,
                testMode,
                purpose,
                instrumentId,
                deviceId,
                sessionId,
                deviceKey,
                sessionKey,
                thinnable,
                rsrp,
                sinr,
                test ? service : null,
                test ? outcome : null,
                test ? dlKbps : null,
                test ? ulKbps : null,
                floor,
                servingPlmn,
                arfcn,
                measured,
                client);
    }
}
