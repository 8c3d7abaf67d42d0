package org.signalup.bench.internal.world;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.signalup.engine.TableWriter;

/** Samples in arrival order: some hundred trips report in turn, a trip that ends is followed by another. */
public final class Stream {
    private static final int ACTIVE_TRIPS = 512;

    private final TripMaker maker;
    private final SplittableRandom random;
    private final Signal signal;
    private final Trip[] active = new Trip[ACTIVE_TRIPS];
    private int next;
    private long row = 1;

    /** Rows still to be written. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(TableWriter out);
    }

    public Stream(Country country, long seed) {
        this.random = new SplittableRandom(seed);
        this.maker = new TripMaker(country, random.split());
        this.signal = new Signal(random.split());
        for (int i = 0; i < ACTIVE_TRIPS; i++) {
            active[i] = maker.next();
            // Not all begin together.
            active[i].skip(random.nextInt(1 + active[i].length() / 2));
        }
    }

    /** Lets {@code consumer} write the next {@code rows} rows, or passes them by when they are already there. */
    public void skipOrWrite(long rows, boolean exists, Consumer<Rows> consumer) {
        Rows some = out -> {
            for (long i = 0; i < rows; i++) {
                write(out);
            }
        };
        if (exists) {
            some.writeTo(Nowhere.WRITER);
        } else {
            consumer.accept(some);
        }
    }

    private void write(TableWriter out) {
        Trip trip = active[next];
        trip.advance();
        signal.measure(trip);
        row++;
        SampleRow.write(trip, signal, row, out);
        if (trip.ended()) {
            active[next] = maker.next();
        }
        next = (next + 1) % ACTIVE_TRIPS;
    }
}
