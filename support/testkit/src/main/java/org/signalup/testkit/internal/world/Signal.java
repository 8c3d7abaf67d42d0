package org.signalup.testkit.internal.world;

import java.util.List;
import java.util.Locale;

/** What a phone hears on one errand: a level that drifts, a network that sometimes changes. */
final class Signal {
    record Reading(String rat, String rsrp, String sinr) {}

    private final Dice dice;
    private final double quality;
    private final boolean noSinr;
    private final double dropOuts;
    private String rat;
    private double level;

    Signal(Dice dice) {
        this.dice = dice;
        this.quality = dice.oneOf(List.of(-80.0, -86.0, -92.0, -101.0, -107.0));
        this.noSinr = dice.chance(0.06);
        this.dropOuts = dice.chance(0.3) ? 0.15 : 0.01;
        this.rat = dice.chance(0.7) ? "5G" : "4G";
        this.level = quality;
    }

    /** Whether the device writes 0.0 where it has no SINR. */
    boolean withoutSinr() {
        return noSinr;
    }

    Reading next() {
        level += 0.3 * (quality - level) + dice.normal(0, 3);
        if (dice.chance(0.05)) {
            rat = dice.oneOf(List.of("5G", "5G", "4G", "4G", "3G", "2G", "WIFI"));
        }
        if (dice.chance(dropOuts)) {
            return new Reading("NONE", "", "");
        }
        String rsrp = String.format(Locale.ROOT, "%.1f", level);
        return switch (rat) {
            case "2G", "3G" -> new Reading(rat, dice.chance(0.5) ? rsrp : "", "");
            case "WIFI" -> new Reading(rat, "", "");
            default -> new Reading(rat, rsrp, sinr());
        };
    }

    private String sinr() {
        if (noSinr) {
            return "0.0";
        }
        return dice.chance(0.03) ? "" : String.format(Locale.ROOT, "%.1f", dice.normal(6, 6));
    }
}
