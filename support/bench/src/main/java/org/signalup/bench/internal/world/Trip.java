package org.signalup.bench.internal.world;

import java.util.Optional;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;

/** One session of one device: where it is, second by second. */
abstract class Trip {
    String operator = "";
    Source source = Source.APP;
    TestMode mode = TestMode.FREE;
    int purpose;
    long number;
    long deviceKey;
    long startMs;
    int accuracyMm;
    /** Level above or below what is usual where it is, dB; wanders. */
    double fade;

    double lonDeg;
    double latDeg;
    private final int length;
    private int second;

    Trip(int length) {
        this.length = length;
    }

    /** Moves to where it is at {@code second}. */
    abstract void move(int second);

    Optional<KeyPoint> checkin() {
        return Optional.empty();
    }

    Optional<Line> line() {
        return Optional.empty();
    }

    int spot() {
        return -1;
    }

    int length() {
        return length;
    }

    void skip(int seconds) {
        second = seconds;
    }

    void advance() {
        move(second);
        second++;
    }

    long observedMs() {
        return startMs + (second - 1) * 1000L;
    }

    boolean first() {
        return second == 1;
    }

    boolean ended() {
        return second >= length;
    }
}
