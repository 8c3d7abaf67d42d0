package org.signalup.live.probe;

import java.util.ArrayList;
import java.util.List;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;

/**
 * A probe as people set it up.
 *
 * @param code short and unique, in samples its device
 * @param place the place it stands at; empty = it moves
 * @param point the key point its samples count for where they name none
 * @param instrument its number among the instruments
 * @param operator whose SIM is in it; empty = its samples say
 */
public record ProbeOrder(
        String code, String name, String place, String point, String instrument, String operator, Schedule schedule) {
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";
    private static final String ID = "(?![=+@-])[^\\p{Cntrl}]{0,100}";

    /** @throws RefusedException with every problem */
    void check() {
        List<Problem> problems = new ArrayList<>(schedule.problems());
        if (!code.matches(CODE)) {
            problems.add(wrong(
                    "code", code, Text.of("应为 1 到 40 个字母、数字、点、横线", "expected: 1 to 40 letters, digits, dots, dashes")));
        }
        if (name.isBlank() || name.length() > 100) {
            problems.add(wrong("name", name, Text.of("应为 1 到 100 个字", "expected: 1 to 100 characters")));
        }
        id("place_id", place, problems);
        id("point_id", point, problems);
        id("instrument_id", instrument, problems);
        if (!operator.matches("[A-Z0-9_-]{0,20}")) {
            problems.add(wrong("operator", operator, Text.of("应为运营商代码", "expected: the code of an operator")));
        }
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
    }

    private static void id(String field, String value, List<Problem> problems) {
        if (!value.matches(ID)) {
            problems.add(wrong(field, value, Text.of("编号不得以 = + - @ 开头", "ids must not begin with = + - @")));
        }
    }

    static Problem wrong(String field, String value, Text what) {
        return new Problem("", 0, field, value, "NOT_UNDERSTOOD", what);
    }
}
