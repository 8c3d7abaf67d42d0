package org.signalup.people;

import org.signalup.domain.Problem;
import org.signalup.domain.Text;

/** Problems with what somebody filled in. */
final class Problems {
    private Problems() {}

    static Problem of(String field, String code, Text message) {
        return new Problem("", 0, field, "", code, message);
    }
}
