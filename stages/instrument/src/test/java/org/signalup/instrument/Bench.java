package org.signalup.instrument;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.signalup.instrument.Comparison.Circumstances;
import org.signalup.instrument.Comparison.Names;
import org.signalup.instrument.Series.Pair;
import org.signalup.standards.InstrumentPolicy;

/** Pairs of known readings, and the shipped policy. */
final class Bench {
    static final InstrumentPolicy POLICY = InstrumentPolicy.read(List.of(Path.of("../../programme")));
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Circumstances USUAL = new Circumstances(ZONE, Optional.empty(), Optional.empty());
    private static final long MINUTE_MS = 60_000;

    private Bench() {}

    static Pair pair(String at, double reference, double difference) {
        long ms = Instant.parse(at).toEpochMilli();
        return new Pair(new Slot(ms, "point P1", "CMCC 5G FREE"), reference, reference + difference);
    }

    /** One pair a minute. */
    static List<Pair> pairs(double[] reference, double[] differences) {
        long start = Instant.parse("2025-07-18T00:00:00Z").toEpochMilli();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < reference.length; i++) {
            String at = Instant.ofEpochMilli(start + i * MINUTE_MS).toString();
            pairs.add(pair(at, reference[i], differences[i]));
        }
        return pairs;
    }

    /** So many pairs whose differences are normal. */
    static List<Pair> normal(long seed, int count, double bias, double sd) {
        Random random = new Random(seed);
        double[] reference = random.doubles(count, -110, -70).toArray();
        double[] differences = new double[count];
        for (int i = 0; i < count; i++) {
            differences[i] = bias + sd * random.nextGaussian();
        }
        return pairs(reference, differences);
    }

    static Comparison compared(List<Pair> pairs) {
        return compared(Quantity.RSRP, pairs, USUAL);
    }

    static Comparison compared(Quantity quantity, List<Pair> pairs, Circumstances circumstances) {
        return Comparison.of(new Names(quantity, "A", "B"), pairs, POLICY, circumstances);
    }
}
