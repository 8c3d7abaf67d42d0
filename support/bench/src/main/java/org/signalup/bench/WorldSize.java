package org.signalup.bench;

/**
 * How big a world is.
 *
 * @param points key points that the ledger lists, four to a place
 * @param bins bins of lines that it lists, about 200 to a line
 * @param widthDeg extent of the country east to west, {@code heightDeg} south to north, from {@link #WEST}, {@link #SOUTH}
 * @param listed share of what there is that the ledger lists; samples are taken everywhere
 */
public record WorldSize(String name, int points, int bins, double widthDeg, double heightDeg, double listed) {
    public static final double WEST = 80;
    public static final double SOUTH = 23;

    public static final WorldSize TOWN = new WorldSize("town", 400, 2_000, 0.5, 0.5, 1);
    public static final WorldSize PROVINCE = new WorldSize("province", 12_000, 50_000, 4, 4, 1);
    /** A province whose ledger lists a fifth of the places and lines that are tested: two matches to ten samples, as in the engine notes. */
    public static final WorldSize SPARSE = new WorldSize("sparse", 12_000, 50_000, 4, 4, 0.2);

    public static final WorldSize NATION = new WorldSize("nation", 120_000, 500_000, 42, 22, 1);
    public static final WorldSize FULL = new WorldSize("full", 1_200_000, 5_000_000, 42, 22, 1);

    /** Finds a size by name. */
    public static WorldSize of(String name) {
        return switch (name) {
            case "town" -> TOWN;
            case "province" -> PROVINCE;
            case "sparse" -> SPARSE;
            case "nation" -> NATION;
            case "full" -> FULL;
            default ->
                throw new IllegalArgumentException(
                        "size: " + name + " (expected: town, province, sparse, nation or full)");
        };
    }
}
