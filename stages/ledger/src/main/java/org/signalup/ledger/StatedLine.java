package org.signalup.ledger;

/**
 * A line as its feature states it.
 *
 * @param crs system the coordinates are in
 * @param feature the GeoJSON feature, word by word
 */
public record StatedLine(Line line, String crs, String feature) {}
