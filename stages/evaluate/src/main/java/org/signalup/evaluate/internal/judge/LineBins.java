package org.signalup.evaluate.internal.judge;

import java.util.List;
import org.signalup.geo.LineGeometry.Piece;

/** The bins of a line, in columns: millions of them are judged for every operator and RAT row. The index is the bin's number. */
public final class LineBins {
    private final int[] part;
    private final long[] fromMm;
    private final long[] toMm;

    /** Takes the columns over; chainage ascends and bins of one part touch. */
    public LineBins(int[] part, long[] fromMm, long[] toMm) {
        if (part.length != fromMm.length || part.length != toMm.length) {
            throw new IllegalArgumentException("columns: " + part.length + ", " + fromMm.length + ", " + toMm.length
                    + " bins (expected: the same number)");
        }
        this.part = part;
        this.fromMm = fromMm;
        this.toMm = toMm;
    }

    public static LineBins of(List<Piece> pieces) {
        int[] part = new int[pieces.size()];
        long[] fromMm = new long[pieces.size()];
        long[] toMm = new long[pieces.size()];
        for (int i = 0; i < part.length; i++) {
            Piece piece = pieces.get(i);
            part[i] = piece.part();
            fromMm[i] = piece.fromMm();
            toMm[i] = piece.toMm();
        }
        return new LineBins(part, fromMm, toMm);
    }

    public int size() {
        return part.length;
    }

    public long fromMm(int bin) {
        return fromMm[bin];
    }

    public long toMm(int bin) {
        return toMm[bin];
    }

    public int part(int bin) {
        return part[bin];
    }

    /** The whole line. */
    public Stretch whole() {
        return size() == 0 ? new Stretch(0, 0) : new Stretch(fromMm[0], toMm[size() - 1]);
    }

    /** The first bin that ends beyond this chainage; {@link #size} if none does. */
    public int firstBeyond(long mm) {
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
