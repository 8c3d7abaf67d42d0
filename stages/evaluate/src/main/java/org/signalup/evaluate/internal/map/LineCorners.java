package org.signalup.evaluate.internal.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.signalup.geo.Bin;
import org.signalup.geo.MapGrid;
import org.signalup.ledger.Line;

/** Where the bins of all lines begin and end, in columns: a part of n bins has n + 1 corners, one behind the other. */
final class LineCorners {
    /**
     * A part of a line.
     *
     * @param first its first corner
     * @param target number of its first bin
     */
    record Part(Line line, int first, int target) {}

    private final List<Part> parts = new ArrayList<>();
    private int[] x = new int[64];
    private int[] y = new int[64];
    private long[] mm = new long[64];
    private int count;

    /** @param firstTarget number of the first of the bins */
    void add(Line line, List<Bin> bins, int firstTarget) {
        int part = -1;
        for (Bin bin : bins) {
            if (bin.part() != part) {
                part = bin.part();
                parts.add(new Part(line, count, firstTarget + bin.number()));
                add(MapGrid.x(bin.from()), MapGrid.y(bin.from()), bin.fromMm());
            }
            add(MapGrid.x(bin.to()), MapGrid.y(bin.to()), bin.toMm());
        }
    }

    private void add(int x, int y, long mm) {
        if (count == this.x.length) {
            this.x = Arrays.copyOf(this.x, count * 2);
            this.y = Arrays.copyOf(this.y, count * 2);
            this.mm = Arrays.copyOf(this.mm, count * 2);
        }
        this.x[count] = x;
        this.y[count] = y;
        this.mm[count++] = mm;
    }

    List<Part> parts() {
        return parts;
    }

    /** The part a corner belongs to. */
    int partOf(int corner) {
        int low = 0;
        int high = parts.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).first() <= corner) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The last corner of a part. */
    int last(int part) {
        return (part + 1 < parts.size() ? parts.get(part + 1).first() : count) - 1;
    }

    int x(int corner) {
        return x[corner];
    }

    int y(int corner) {
        return y[corner];
    }

    double metres(int corner) {
        return mm[corner] / 1000.0;
    }
}
