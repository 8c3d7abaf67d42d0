package org.signalup.evaluate.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    private static final int SEED = 20260901;

    @Test
    void aHalfGoesAwayFromZeroThoughItsDoubleIsBelowIt() {
        assertThat(Decimals.text(0.5, 0)).isEqualTo("1");
        assertThat(Decimals.text(-2.5, 0)).isEqualTo("-3");
        assertThat(Decimals.text(0.125, 2)).isEqualTo("0.13");
        assertThat(Decimals.text(1.005, 2)).as("the double is 1.00499999…").isEqualTo("1.01");
        assertThat(Decimals.text(-1.005, 2)).isEqualTo("-1.01");
        assertThat(Decimals.text(Math.nextDown(1.005), 2)).isEqualTo("1.00");
        assertThat(Decimals.text(-0.0000001, 6)).isEqualTo("0.000000");
        assertThat(Decimals.text(1e15 + 0.5, 3)).isEqualTo("1000000000000000.500");
    }

    @Test
    void shortestLeavesOutTrailingZerosAndNoDigitBeforeThePoint() {
        assertThat(Decimals.shortest(1200, 6)).isEqualTo("1200");
        assertThat(Decimals.shortest(0.95, 6)).isEqualTo("0.95");
        assertThat(Decimals.shortest(-0.0, 6)).isEqualTo("0");
        assertThat(Decimals.shortest(100, 0)).isEqualTo("100");
    }

    @Test
    void aShareIsRoundedAsTheFractionItIs() {
        for (int n : new int[] {3, 128, 600, 640, 1920, 3200, 7680, 16_000}) {
            for (int y = 0; y <= n; y++) {
                BigDecimal share = BigDecimal.valueOf(y).divide(BigDecimal.valueOf(n), 6, RoundingMode.HALF_UP);
                assertThat(Decimals.text(y / (double) n, 6)).as(y + "/" + n).isEqualTo(share.toPlainString());
            }
        }
    }

    @Test
    void anyDoubleBetweenHalvesIsWrittenAsItsExactValueRounded() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200_000; i++) {
            int places = random.nextInt(7);
            double value = anyDouble(random, places);
            BigDecimal exactly = new BigDecimal(value);
            BigDecimal asWritten = new BigDecimal(Double.toString(value));
            boolean half = Math.abs(value) * Math.pow(10, places) < 1L << 40 && asWritten.scale() <= places + 1;
            String exact = (half ? asWritten : exactly)
                    .setScale(places, RoundingMode.HALF_UP)
                    .toPlainString();
            assertThat(Decimals.text(value, places)).as(value + " to " + places).isEqualTo(exact);
        }
    }

    /** Of every size, and often a half of the last place or the double beside it. */
    private static double anyDouble(Random random, int places) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextDouble();
            case 1 -> (random.nextInt(2_000_000) - 1_000_000 + 0.5) / Math.pow(10, places);
            case 2 -> Math.nextUp((random.nextInt(2_000_000) + 0.5) / Math.pow(10, places));
            default -> random.nextGaussian() * Math.pow(10, random.nextInt(20));
        };
    }
}
