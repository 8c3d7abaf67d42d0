package org.signalup.evaluate.internal.judge;

import java.util.List;
import java.util.stream.IntStream;
import org.signalup.geo.Bin;

/** The bins of a line, in columns: millions of them are judged for every operator and RAT row. The index is the bin's number. */
public final class LineBins {
    /** First bins of the second part and those after it; most lines have one part. */
    private final int[] partStarts;

    private final long[] fromMm;
    private final long[] toMm;

    /** Takes the columns of chainage over; chainage ascends and bins of one part touch. */
    public LineBins(int[] part, long[] fromMm, long[] toMm) {
        if (part.length != fromMm.length || part.length != toMm.length) {
            throw new IllegalArgumentException("columns: " + part.length + ", " + fromMm.length + ", " + toMm.length
                    + " bins (expected: the same number)");
        }
        this.partStarts = IntStream.range(1, part.length)
                .filter(bin -> part[bin] != part[bin - 1])
                .toArray();
        this.fromMm = fromMm;
        this.toMm = toMm;
    }

    public static LineBins of(List<Bin> bins) {
        return new LineBins(
                bins.stream().mapToInt(Bin::part).toArray(),
                bins.stream().mapToLong(Bin::fromMm).toArray(),
                bins.stream().mapToLong(Bin::toMm).toArray());
    }

    public int size() {
        return fromMm.length;
    }

    public long fromMm(int bin) {
        return fromMm[bin];
    }

    public long toMm(int bin) {
        return toMm[bin];
    }

    /** The part a bin lies in, from 0. */
    int part(int bin) {
        int part = 0;
        while (part < partStarts.length && partStarts[part] <= bin) {
            part++;
        }
        return part;
    }

    /** The whole line. */
    public Stretch whole() {
        return size() == 0 ? new Stretch(0, 0) : new Stretch(fromMm[0], toMm[size() - 1]);
    }

    /** The first bin that ends beyond this chainage; {@link #size} if none does. */
    int firstBeyond(long mm) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (toMm[middle] > mm) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** A piece of the line by chainage: a section, or the whole. */
    public record Stretch(long fromMm, long toMm) {
        /** From and to in metres, to the millimetre. */
        public static Stretch ofMetres(double fromM, double toM) {
            return new Stretch(Math.round(fromM * 1000), Math.round(toM * 1000));
        }
    }
}
