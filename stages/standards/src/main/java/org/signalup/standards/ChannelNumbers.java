package org.signalup.standards;

import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Rat;

/**
 * Channel numbers of downlink carriers: EARFCN as in 3GPP TS 36.101 §5.7.3 (number = offset of the band + 10 · (MHz − its low edge)),
 * NR-ARFCN as in TS 38.104 §5.4.2.1 (5 kHz steps below 3 GHz, 15 kHz above).
 */
public final class ChannelNumbers {
    private static final double NR_EDGE_MHZ = 3000;
    private static final int NR_EDGE = 600_000;
    private static final int NR_PER_MHZ_BELOW = 200;
    private static final double NR_STEP_ABOVE_MHZ = 0.015;
    private static final int LTE_PER_MHZ = 10;

    private static final Map<String, Band> LTE = Map.ofEntries(
            Map.entry("B1", new Band(2110, 0)),
            Map.entry("B3", new Band(1805, 1200)),
            Map.entry("B5", new Band(869, 2400)),
            Map.entry("B7", new Band(2620, 2750)),
            Map.entry("B8", new Band(925, 3450)),
            Map.entry("B20", new Band(791, 6150)),
            Map.entry("B28", new Band(758, 9210)),
            Map.entry("B34", new Band(2010, 36_200)),
            Map.entry("B38", new Band(2570, 37_750)),
            Map.entry("B39", new Band(1880, 38_250)),
            Map.entry("B40", new Band(2300, 38_650)),
            Map.entry("B41", new Band(2496, 39_650)),
            Map.entry("B42", new Band(3400, 41_590)),
            Map.entry("B43", new Band(3600, 43_590)));

    private ChannelNumbers() {}

    private record Band(double lowMhz, int offset) {}

    /** First and last channel number. */
    public record Range(int from, int to) {}

    /** The channel numbers of carriers that lie in a stretch of spectrum; empty for an LTE band that is not known here. */
    public static Optional<Range> of(CrowdFilters.Spectrum spectrum) {
        if (spectrum.rat() == Rat.G5) {
            return Optional.of(new Range(nr(spectrum.fromMhz(), true), nr(spectrum.toMhz(), false)));
        }
        return Optional.ofNullable(LTE.get(spectrum.band()))
                .map(band -> new Range(lte(band, spectrum.fromMhz(), true), lte(band, spectrum.toMhz(), false)));
    }

    private static int lte(Band band, double mhz, boolean up) {
        return band.offset() + whole((mhz - band.lowMhz()) * LTE_PER_MHZ, up);
    }

    private static int nr(double mhz, boolean up) {
        return mhz < NR_EDGE_MHZ
                ? whole(mhz * NR_PER_MHZ_BELOW, up)
                : NR_EDGE + whole((mhz - NR_EDGE_MHZ) / NR_STEP_ABOVE_MHZ, up);
    }

    /** Rounded inwards, forgiving what binary fractions of a megahertz are off. */
    private static int whole(double number, boolean up) {
        double nearest = Math.rint(number);
        boolean exact = Math.abs(number - nearest) < 1e-6;
        return (int) (exact ? nearest : up ? Math.ceil(number) : Math.floor(number));
    }
}
