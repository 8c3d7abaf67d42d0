package org.signalup.intake.internal.structure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.FileRefusal;

/** Fixes of a GPS receiver in the order of time. */
final class Track {
    /** What {@link #locate} adds. */
    static final List<String> NAMES = List.of("LON", "LAT", "FIX_AGE_S");

    private static final int MOST_FIXES = 5_000_000;

    private long[] times = new long[1 << 10];
    private double[] lons = new double[1 << 10];
    private double[] lats = new double[1 << 10];
    private int size;

    /** Adds a fix; one that is not later than the last is left out. */
    void add(long ms, double lon, double lat) {
        boolean position = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
        if (!position || (size > 0 && ms <= times[size - 1])) {
            return;
        }
        if (size == MOST_FIXES) {
            throw new FileRefusal(RefusalCode.TRACK_INVALID);
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            lons = Arrays.copyOf(lons, size * 2);
            lats = Arrays.copyOf(lats, size * 2);
        }
        times[size] = ms;
        lons[size] = lon;
        lats[size++] = lat;
    }

    int size() {
        return size;
    }

    /** Adds the position at a time, between the fixes around it, and how far the nearest of them is. */
    void locate(long ms, Map<String, String> row) {
        int found = Arrays.binarySearch(times, 0, size, ms);
        int after = found >= 0 ? found : -found - 1;
        int before = found >= 0 ? found : after - 1;
        int left = Math.max(before, 0);
        int right = Math.min(after, size - 1);
        double share = right == left ? 0 : (ms - times[left]) / (double) (times[right] - times[left]);
        row.put("LON", degrees(lons[left] + share * (lons[right] - lons[left])));
        row.put("LAT", degrees(lats[left] + share * (lats[right] - lats[left])));
        long gapMs = Math.min(Math.abs(ms - times[left]), Math.abs(times[right] - ms));
        row.put("FIX_AGE_S", Long.toString((gapMs + 999) / 1000));
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.7f", value);
    }
}
