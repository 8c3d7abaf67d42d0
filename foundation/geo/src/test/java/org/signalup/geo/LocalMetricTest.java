package org.signalup.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;

class LocalMetricTest {
    @Test
    void agreesWithTheEllipsoidToAMillimetreWithinAKilometre() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            int latE7 = (int) ((random.nextDouble() * 150 - 75) * 1e7);
            int lonE7 = (int) ((random.nextDouble() * 358 - 179) * 1e7);
            LocalMetric metric = LocalMetric.at(latE7);
            double angle = random.nextDouble() * 2 * Math.PI;
            double meters = random.nextDouble() * 1000;
            double dLon = Math.rint(Math.cos(angle) * meters / metric.kx());
            double dLat = Math.rint(Math.sin(angle) * meters / metric.ky());
            double truth =
                    Geodesic.WGS84.Inverse(latE7 / 1e7, lonE7 / 1e7, (latE7 + dLat) / 1e7, (lonE7 + dLon) / 1e7).s12;
            double plane = Math.hypot(metric.xM(dLon, dLat), metric.yM(dLon, dLat));
            assertThat(plane).as("lat %d, %f m", latE7, meters).isCloseTo(truth, within(0.001));
        }
    }
}
