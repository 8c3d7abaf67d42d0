package org.signalup.ledger.internal.check;

import java.util.List;

/** Directions in words. */
final class Compass {
    private static final List<String> ZH = List.of("北", "东北", "东", "东南", "南", "西南", "西", "西北");
    private static final List<String> EN =
            List.of("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west");

    private Compass() {}

    static String zh(double azimuthDeg) {
        return ZH.get(sector(azimuthDeg));
    }

    static String en(double azimuthDeg) {
        return EN.get(sector(azimuthDeg));
    }

    private static int sector(double azimuthDeg) {
        return Math.floorMod((int) Math.round(azimuthDeg / 45), 8);
    }
}
