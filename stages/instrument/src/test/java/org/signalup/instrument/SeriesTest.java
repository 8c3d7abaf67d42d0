package org.signalup.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.signalup.instrument.Series.Pair;

/** What is side by side, and what is not. */
class SeriesTest {
    private static final PairingRule RULE = new PairingRule(Bench.POLICY.pairing());
    private static final int LAT = 399_000_000;

    private record Reading(Slot slot, double value) {}

    @Test
    void aSlotIsAMinuteAPlaceAndANetwork() {
        Slot slot = slot("2025-07-18T08:00:00Z", "P1", "CMCC 5G FREE");
        assertThat(slot("2025-07-18T08:00:59.999Z", "P1", "CMCC 5G FREE")).isEqualTo(slot);
        assertThat(slot("2025-07-18T08:01:00Z", "P1", "CMCC 5G FREE")).isNotEqualTo(slot);
        assertThat(slot("2025-07-18T08:00:00Z", "P2", "CMCC 5G FREE")).isNotEqualTo(slot);
        assertThat(slot("2025-07-18T08:00:00Z", "P1", "CTCC 5G FREE")).isNotEqualTo(slot);
    }

    @Test
    void cellsAreSomeFiftyMetresWideWhereverTheyLie() {
        for (int degrees = -80; degrees <= 80; degrees += 20) {
            int latE7 = degrees * 10_000_000;
            long cells =
                    Long.parseLong(RULE.cell(1_164_000_000 + 10_000_000, latE7).split(" ")[2])
                            - Long.parseLong(RULE.cell(1_164_000_000, latE7).split(" ")[2]);
            double widthM = 111_320 * Math.cos(Math.toRadians(degrees)) / cells;
            assertThat(widthM).as("at " + degrees).isBetween(49.0, 51.0);
        }
        assertThat(RULE.cell(1_164_000_000, LAT)).isNotEqualTo(RULE.cell(1_164_000_000, LAT + 4_500 * 2));
    }

    @Test
    void stretchesOfALineAreAsLongAsACell() {
        assertThat(RULE.stretch("L1", 49_999)).isEqualTo(RULE.stretch("L1", 0));
        assertThat(RULE.stretch("L1", 50_000)).isNotEqualTo(RULE.stretch("L1", 49_999));
        assertThat(RULE.stretch("L1", 0)).isNotEqualTo(RULE.stretch("L2", 0));
    }

    @Test
    void theMediansOfASlotMakeOnePairAndSlotsOfOneSideNone() {
        Slot both = slot("2025-07-18T08:00:00Z", "P1", "CMCC 5G FREE");
        Slot alone = slot("2025-07-18T08:01:00Z", "P1", "CMCC 5G FREE");
        Series reference =
                new Series().add(both, -80).add(both, -84).add(both, -81).add(alone, -70);
        Series other = new Series().add(both, -90).add(both, -80);
        assertThat(reference.paired(other)).containsExactly(new Pair(both, -81, -85));
        assertThat(new Series().paired(other)).isEmpty();
    }

    @Test
    void theOrderOfReadingsDoesNotMatter() {
        Random random = new Random(7);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Slot slot = slot(
                    "2025-07-18T08:" + (10 + random.nextInt(40)) + ":00Z", "P" + random.nextInt(3), "CMCC 5G FREE");
            readings.add(new Reading(slot, -110 + random.nextInt(50)));
        }
        List<Reading> shuffled = new ArrayList<>(readings);
        Collections.shuffle(shuffled, random);
        assertThat(series(shuffled).paired(series(readings)))
                .isEqualTo(series(readings).paired(series(readings)))
                .hasSizeGreaterThan(50)
                .allMatch(pair -> pair.difference() == 0);
    }

    private static Series series(List<Reading> readings) {
        Series series = new Series();
        readings.forEach(reading -> series.add(reading.slot(), reading.value()));
        return series;
    }

    private static Slot slot(String at, String point, String network) {
        return RULE.slot(Instant.parse(at).toEpochMilli(), RULE.point(point), network);
    }
}
