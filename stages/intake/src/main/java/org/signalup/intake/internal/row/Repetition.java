package org.signalup.intake.internal.row;

/**
 * Counts rows that say what an earlier one said. Keeps digests of rows; when there are too many, only of the rows of every
 * second, fourth … moment, so that memory and time stay small and the count becomes an estimate.
 */
final class Repetition {
    private static final int MOST = 1 << 14;
    private static final int FIRST_SIZE = 1 << 9;
    private static final long MIXER = 0x9E3779B97F4A7C15L;
    /** The part of a digest that tells the moment: rows that are alike have it alike. */
    private static final long MOMENT = 0xFFFF;

    private static final int[] SAID = {
        Slot.LON_E7,
        Slot.LAT_E7,
        Slot.SESSION_KEY,
        Slot.RAT,
        Slot.RSRP,
        Slot.SINR,
        Slot.SERVICE,
        Slot.DL_KBPS,
        Slot.UL_KBPS
    };

    private long[] digests = new long[FIRST_SIZE];
    private int size;
    /** A row is looked at when these bits of its moment are zero. */
    private long mask;

    private long count;
    private long firstRow;

    void see(SampleRow row, long rowNo) {
        long mixed = (row.numbers[Slot.OBSERVED_MS] ^ row.numbers[Slot.DEVICE_KEY]) * MIXER;
        long moment = mixed >>> 48;
        if ((moment & mask) == 0) {
            look((digest(row, mixed) & ~MOMENT) | moment, rowNo);
        }
    }

    private void look(long digest, long rowNo) {
        if (!add(digest)) {
            count += mask + 1;
            firstRow = firstRow == 0 ? rowNo : firstRow;
        } else if (++size * 2 >= digests.length) {
            boolean full = size >= MOST && mask < MOMENT;
            mask = full ? (mask << 1) | 1 : mask;
            again(full ? digests.length : digests.length * 2);
        }
    }

    long count() {
        return count;
    }

    long firstRow() {
        return firstRow;
    }

    private static long digest(SampleRow row, long mixed) {
        long digest = row.texts[Slot.POINT_ID] == null
                ? mixed
                : mixed ^ row.texts[Slot.POINT_ID].text().hashCode();
        for (int slot : SAID) {
            digest = (digest ^ row.numbers[slot]) * MIXER;
            digest ^= digest >>> 32;
        }
        // Zero is an empty place.
        return digest | (1L << 32);
    }

    private boolean add(long digest) {
        int at = (int) (digest >>> 40) & (digests.length - 1);
        while (digests[at] != 0) {
            if (digests[at] == digest) {
                return false;
            }
            at = (at + 1) & (digests.length - 1);
        }
        digests[at] = digest;
        return true;
    }

    /** Places the digests anew, those only that are still looked at. */
    private void again(int length) {
        long[] old = digests;
        digests = new long[length];
        size = 0;
        for (long digest : old) {
            if (digest != 0 && (digest & mask) == 0) {
                add(digest);
                size++;
            }
        }
    }
}
