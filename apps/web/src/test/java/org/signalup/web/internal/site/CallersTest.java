package org.signalup.web.internal.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs are told from people by the address they ask, in one place. */
class CallersTest {
    @Test
    void theApiAndTheAddressesOthersHaveFixedAreThoseOfPrograms() {
        assertThat(List.of("/api/v1/samples", "/v2/geosubmit", "/RMBTControlServer/result"))
                .allMatch(Callers::program);
        assertThat(List.of("/", "/sign-in", "/api", "/apiary/x", "/v2", "/places/v2/", "/error"))
                .noneMatch(Callers::program);
        assertThat(Callers.programs()).containsExactly("/api/**", "/v2/**", "/RMBTControlServer/**");
    }
}
