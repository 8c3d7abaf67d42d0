package org.signalup.evaluate.internal.samples;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.signalup.domain.Direction;
import org.signalup.domain.Rat;
import org.signalup.domain.Sha256;
import org.signalup.evaluate.internal.match.LimitSet;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.tally.ValidInstruments;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LineGeometry.Part;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.LineRule;

/**
 * Digests of what the tallies of a day depend on beside its samples. Names, divisions, target shares, minima, evidence and
 * star rules are in none of them: changing those reads tallies only.
 *
 * @param match which sample counts for which target: positions, radii, bins, buffers, floors, slot length; which instruments are
 *     valid when, if that matters
 * @param limits the RSRP and SINR limits of every target
 */
record TallyKeys(String match, String limits) {
    /** Raised whenever the files of a day change their meaning. */
    private static final String VERSION = "signalup tallies 5";

    private static final int DIGITS = 24;

    static TallyKeys of(Targets targets, ZoneId zone) {
        Digest match = new Digest().add(VERSION).add(zone).add(matching(targets.standard()));
        match.add(targets.standard().statistics().slotMinutes());
        crowd(match, targets);
        targets.points().forEach(point -> add(match, point));
        targets.ledger().lines().forEach(line -> add(match, line, targets));
        instruments(match, targets);
        Digest limits = new Digest().add(VERSION);
        targets.forEachLimits((tid, set) -> add(limits, set));
        return new TallyKeys(match.hex(), limits.hex());
    }

    private static String matching(Standard standard) {
        Standard.Matching matching = standard.matching();
        return matching.maxAccuracyM() + " " + matching.checkinSlackM() + " "
                + new TreeSet<>(matching.sourcesNeedingAccuracy());
    }

    /** Which crowd samples are filtered; nothing where none are, so that days counted before there were filters are found. */
    private static void crowd(Digest digest, Targets targets) {
        CrowdFilters filters = targets.standard().crowdFilters();
        if (filters.active()) {
            digest.add(new TreeSet<>(filters.sources())).add(new TreeSet<>(filters.on()));
            digest.add(new TreeMap<>(filters.bands().byOperator()));
            filters.bands().shared().forEach(group -> digest.add(new TreeSet<>(group)));
            digest.add(filters.speed()).add(sorted(filters.capMbps())).add(filters.robotTestsPerDay());
            digest.add(filters.interval()).add(filters.robotSameRates()).add(filters.duplicateSeconds());
            digest.add(filters.testsPerDay()).add(filters.rateLimited()).add(filters.outlier());
            digest.add(sorted(filters.rateBandwidth().bitsPerHz()))
                    .add(sorted(filters.rateBandwidth().layers()));
            digest.add(filters.comparedServers());
            targets.programme().operators().forEach(operator -> digest.add(operator.code() + operator.plmns()));
        }
    }

    /** Which samples are refused for their instrument, and whose loss that is; nothing where none is asked for. */
    private static void instruments(Digest digest, Targets targets) {
        ValidInstruments valid = ValidInstruments.of(targets.ledger(), targets.standard());
        valid.describe(digest::add);
        if (valid.asked()) {
            targets.points().forEach(point -> digest.add(point.placeId()));
        }
    }

    private static Map<Rat, Map<Direction, Double>> sorted(Map<Rat, Map<Direction, Double>> numbers) {
        Map<Rat, Map<Direction, Double>> sorted = new EnumMap<>(Rat.class);
        numbers.forEach((rat, caps) -> sorted.put(rat, new TreeMap<>(caps)));
        return sorted;
    }

    private static void add(Digest digest, KeyPoint point) {
        digest.add(point.id()).add(point.radiusM()).add(point.indoor()).add(point.floor());
        digest.add(point.lineId()).add(point.chainage());
        point.position().ifPresent(position -> add(digest, position));
    }

    private static void add(Digest digest, GeoPoint position) {
        digest.add(position.lonE7()).add(position.latE7());
    }

    private static void add(Digest digest, Line line, Targets targets) {
        LineRule rule = targets.rule(line);
        digest.add(line.id()).add(rule.byPosition()).add(rule.bufferM()).add(rule.binLengthM());
        // Bins follow from length and vertices; to cut them takes a geodesic for each.
        for (Part part : line.geometry().parts()) {
            digest.add(part.fromMm()).add(part.vertices().size());
            part.vertices().forEach(vertex -> add(digest, vertex));
        }
    }

    private static void add(Digest digest, LimitSet set) {
        digest.add(set.rsrp4()).add(set.sinr4()).add(set.rsrp5()).add(set.sinr5());
    }

    /** Digest of one text, for what a day's samples are. */
    static String digest(String text) {
        return new Digest().add(text).hex();
    }

    private static final class Digest {
        /** A nation has millions of values: they are handed over in bulk. */
        private static final int BULK = 8192;

        private final MessageDigest sha256 = Sha256.begin();
        private final StringBuilder waiting = new StringBuilder();

        Digest add(Object value) {
            waiting.append(value);
            return end();
        }

        Digest add(long value) {
            waiting.append(value);
            return end();
        }

        private Digest end() {
            waiting.append('\n');
            if (waiting.length() >= BULK) {
                flush();
            }
            return this;
        }

        private void flush() {
            sha256.update(waiting.toString().getBytes(StandardCharsets.UTF_8));
            waiting.setLength(0);
        }

        String hex() {
            flush();
            return Sha256.hex(sha256).substring(0, DIGITS);
        }
    }
}
