package org.signalup.intake.internal.row;

/**
 * Counts rows that say what an earlier one said. Keeps digests of rows; when there are too many, of every second, fourth …
 * row only, so that memory stays small and the count becomes an estimate.
 */
final class Repetition {
    private static final int MOST = 1 << 16;
    private static final int FIRST_SIZE = 1 << 9;
    private static final int[] SAID = {
        Slot.OBSERVED_MS,
        Slot.LON_E7,
        Slot.LAT_E7,
        Slot.DEVICE_KEY,
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
    /** A row is looked at when these bits of its digest are zero. */
    private long mask;

    private long count;
    private long firstRow;

    void see(SampleRow row, long rowNo) {
        long digest = digest(row);
        if ((digest & mask) != 0) {
            return;
        }
        if (!add(digest)) {
            count += mask + 1;
            firstRow = firstRow == 0 ? rowNo : firstRow;
        } else if (++size * 2 >= digests.length) {
            mask = size >= MOST ? mask << 1 | 1 : mask;
            again(size >= MOST ? digests.length : digests.length * 2);
        }
    }

    long count() {
        return count;
    }

    long firstRow() {
        return firstRow;
    }

    private static long digest(SampleRow row) {
        long digest = row.texts[Slot.POINT_ID] == null
                ? 0
                : row.texts[Slot.POINT_ID].text().hashCode();
        for (int slot : SAID) {
            digest = (digest ^ row.numbers[slot]) * 0x9E3779B97F4A7C15L;
            digest ^= digest >>> 32;
        }
        return digest == 0 ? 1 : digest;
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
