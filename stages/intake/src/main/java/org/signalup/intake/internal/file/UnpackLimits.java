package org.signalup.intake.internal.file;

/**
 * How much an archive may unpack to; what is beyond is taken for a bomb. Counted while unpacking. Measurement logs pack to a
 * tenth or twentieth; no deflate stream of one level goes beyond a thousandth.
 */
public final class UnpackLimits {
    /** Members of one archive, those of the archives within it counted with it. */
    public static final int MOST_MEMBERS = 20_000;

    /** What the members of one archive unpack to together, and what one gzipped file does. */
    private static final long LARGEST_TOTAL = 32L << 30;

    /** Unpacked bytes for one of the archive, once it unpacked to more than {@link #SUSPICIOUS_TOTAL}. */
    private static final long LARGEST_RATIO = 250;

    private static final long SUSPICIOUS_TOTAL = 64L << 20;

    /** An archive, one within it, and one within that. */
    public static final int DEEPEST = 3;

    /** What the list of members may take up. */
    public static final long LONGEST_DIRECTORY = 16L << 20;

    /** What a 7z archive may ask for to unpack it, in KiB. */
    public static final int MEMORY_KIB = 200 << 10;

    private UnpackLimits() {}

    /** Whether so much cannot be the content of a file of {@code packed} bytes. */
    public static boolean bomb(long unpacked, long packed) {
        boolean dense = unpacked > SUSPICIOUS_TOTAL && unpacked > LARGEST_RATIO * Math.max(packed, 1);
        return dense || unpacked > LARGEST_TOTAL;
    }
}
