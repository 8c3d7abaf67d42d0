package org.signalup.geo;

/**
 * 里程段: the chord between two chainages of one part of a line.
 *
 * @param number from 0, going on over the parts
 * @param part index of the part it lies on
 */
public record Bin(int number, int part, long fromMm, long toMm, GeoPoint from, GeoPoint to) {
    public long lengthMm() {
        return toMm - fromMm;
    }
}
