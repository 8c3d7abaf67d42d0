package org.signalup.web.internal.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.domain.Language;

/** Numbers as pages write them. */
class ShowTest {
    @ParameterizedTest
    @CsvSource({"0.6999999999999997, 0.7", "-0.6999999999999997, −0.7", "-0.001, 0", "0.546608166610121, 0.55", "12, 12"
    })
    void levelsHaveNoMoreThanTwoDecimals(double reckoned, String written) {
        assertThat(new Show(Language.ZH).hundredths(reckoned)).isEqualTo(written);
    }
}
