package org.signalup.evaluate.internal.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.standards.ServiceModels;

final class OpinionModelsTest {
    private static final EModel CALL = new EModel(new ServiceModels.Voice(400, 0.2));

    @ParameterizedTest
    @CsvSource({"50, 0, 4.10", "150, 0.01, 3.86", "150, 0.02, 3.70", "300, 0.03, 2.68"})
    void the_e_model_gives_the_published_opinions(double delayMs, double loss, double mos) {
        assertThat(CALL.mos(delayMs, loss).orElseThrow()).isCloseTo(mos, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "401, 0", "50, 0.21", "50, -0.01"})
    void the_e_model_says_nothing_outside_its_range(double delayMs, double loss) {
        assertThat(CALL.mos(delayMs, loss)).isEmpty();
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
        VmosLite model = new VmosLite(new ServiceModels.Video(3.5, 4.5, 1, 0.15, 10, 0.2, 10, 30));
        VmosLite.Session session =
                new VmosLite.Session(first, played, stalled, OptionalDouble.of(stalls), OptionalDouble.of(hd));
        assertThat(model.mos(session).orElseThrow()).isCloseTo(mos, within(1e-9));
    }

    @Test
    void vmos_lite_says_nothing_of_a_session_of_a_few_seconds() {
        VmosLite model = new VmosLite(new ServiceModels.Video(3.5, 4.5, 1, 0.15, 10, 0.2, 10, 30));
        assertThat(model.mos(new VmosLite.Session(1, 9, 0, OptionalDouble.empty(), OptionalDouble.empty())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "20, 60, 0, 4.14", "20, 80, 0, 4.07", "20, 100, 0, 3.92", "20, 150, 0, 3.49", "20, 200, 0, 3.05",
        "3, 40, 0, 3.29", "5, 40, 0, 3.58", "8, 40, 0, 3.85", "10, 40, 0, 3.99", "15, 40, 0, 4.14",
        "15, 40, 0.01, 4.08", "15, 40, 0.02, 3.97", "15, 40, 0.05, 3.76"
    })
    void cloud_gaming_in_1080p60_of_the_high_class_gives_the_known_opinions(
            double mbps, double delayMs, double loss, double mos) {
        assertThat(game(mbps, CloudGameModel.Pace.HIGH).mos(delayMs, loss).orElseThrow())
                .isCloseTo(mos, within(0.006));
    }

    @Test
    void a_slow_game_forgives_delay() {
        assertThat(game(20, CloudGameModel.Pace.LOW).mos(200, 0).orElseThrow()).isCloseTo(3.97, within(0.006));
    }

    @ParameterizedTest
    @CsvSource({"401, 0", "-1, 0", "40, 0.51", "40, -0.01"})
    void cloud_gaming_says_nothing_outside_its_range(double delayMs, double loss) {
        assertThat(game(15, CloudGameModel.Pace.HIGH).mos(delayMs, loss)).isEmpty();
        assertThat(game(51, CloudGameModel.Pace.HIGH).mos(40, 0)).isEmpty();
    }

    private static CloudGameModel game(double mbps, CloudGameModel.Pace interaction) {
        return new CloudGameModel(
                new CloudGameModel.Stream(mbps, 60, 1080, CloudGameModel.Pace.HIGH, interaction), 78.49);
    }
}
