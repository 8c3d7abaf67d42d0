package org.signalup.evaluate.internal.rate;

/**
 * Rate tests of one device on one date in one direction; rates are summed in kbit/s.
 *
 * @param device the sample's device key
 * @param date days since 1970-01-01 on the wall clock of the programme
 * @param clippedKbps sum of the rates after each was capped
 * @param ok compliant tests
 */
public record DeviceDay(long device, int date, long tests, long sumKbps, long clippedKbps, long ok) {
    /** The tests of both, which are of the same device and date. */
    public DeviceDay plus(DeviceDay other) {
        return new DeviceDay(
                device,
                date,
                tests + other.tests,
                sumKbps + other.sumKbps,
                clippedKbps + other.clippedKbps,
                ok + other.ok);
    }

    double mean() {
        return sumKbps / (double) tests;
    }

    double clippedMean() {
        return clippedKbps / (double) tests;
    }
}
