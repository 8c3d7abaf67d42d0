package org.signalup.evaluate.internal.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.signalup.domain.Outcome;
import org.signalup.domain.Service;
import org.signalup.evaluate.internal.quality.SessionKpis.Session;
import org.signalup.standards.ServiceKpi;

class SessionKpisTest {
    @Test
    void aMeanExactlyBetweenTwoPrintedNumbersIsThatNumberAndNotALittleLess() {
        SessionKpis sessions = new SessionKpis(Service.LIVE, Optional.empty());
        for (int i = 0; i < 80; i++) {
            sessions.add(delayed(i == 0 ? 41 : 0));
        }
        // 41 µs over 80 sessions are 0.5125 µs; divided twice they became 0.0005124999999999999 ms.
        assertThat(sessions.figures().get(ServiceKpi.DELAY).value()).isEqualTo(0.0005125);
    }

    private static Session delayed(long delayUs) {
        long none = Session.MISSING;
        return new Session(Outcome.OK, none, none, none, none, none, none, none, none, none, delayUs, none, none);
    }
}
