package org.signalup.evaluate.internal.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.standards.ServiceModels;

final class OpinionModelsTest {
    @ParameterizedTest
    @CsvSource({"50, 0, 4.10", "150, 0.01, 3.86", "150, 0.02, 3.70", "300, 0.03, 2.68"})
    void the_e_model_gives_the_published_opinions(double delayMs, double loss, double mos) {
        assertThat(EModel.mos(delayMs, loss).orElseThrow()).isCloseTo(mos, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "401, 0", "50, 0.21", "50, -0.01"})
    void the_e_model_says_nothing_outside_its_range(double delayMs, double loss) {
        assertThat(EModel.mos(delayMs, loss)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.8, 60, 0, 0, 1, 4.5",
        "3, 60, 0, 0, 1, 4.2",
        "0.8, 60, 3, 2, 1, 3.6",
        "0.8, 60, 60, 9, 0, 1.0",
        "0.8, 60, 0, 0, 0, 3.5"
    })
    void vmos_lite_takes_off_for_waiting_and_standing_still(
            double first, double played, double stalled, double stalls, double hd, double mos) {
        VmosLite model = new VmosLite(new ServiceModels.Video(3.5, 4.5, 1, 0.15, 10, 0.2));
        VmosLite.Session session =
                new VmosLite.Session(first, played, stalled, OptionalDouble.of(stalls), OptionalDouble.of(hd));
        assertThat(model.mos(session).orElseThrow()).isCloseTo(mos, within(1e-9));
    }

    @Test
    void vmos_lite_says_nothing_of_a_session_of_a_few_seconds() {
        VmosLite model = new VmosLite(new ServiceModels.Video(3.5, 4.5, 1, 0.15, 10, 0.2));
        assertThat(model.mos(new VmosLite.Session(1, 9, 0, OptionalDouble.empty(), OptionalDouble.empty())))
                .isEmpty();
    }
}
