package org.signalup.live.probe;

import java.util.ArrayList;
import java.util.List;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;

/**
 * What a probe measures when; it fetches this and keeps to it.
 *
 * @param coverageEveryS seconds between two samples of coverage; 0 = none
 * @param rateEveryS seconds between two rate tests; 0 = none
 * @param serviceEveryS seconds between two service sessions; 0 = none
 * @param fromHour first hour of the day it measures in, by the programme's time zone
 * @param toHour hour at which it stops; 24 = the end of the day
 */
public record Schedule(int coverageEveryS, int rateEveryS, int serviceEveryS, int fromHour, int toHour) {
    private static final int DAY_S = 86_400;
    private static final int DAY_H = 24;

    /** What cannot be kept to, by the names of the components in files. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        every("coverage_every_s", coverageEveryS, problems);
        every("rate_every_s", rateEveryS, problems);
        every("service_every_s", serviceEveryS, problems);
        if (fromHour < 0 || fromHour >= DAY_H) {
            problems.add(wrong("from_hour", fromHour, Text.of("应为 0 到 23", "expected: 0 to 23")));
        }
        if (toHour <= fromHour || toHour > DAY_H) {
            problems.add(
                    wrong("to_hour", toHour, Text.of("应晚于开始，不超过 24", "expected: after the first hour, at most 24")));
        }
        return problems;
    }

    private static void every(String field, int seconds, List<Problem> problems) {
        if (seconds < 0 || seconds > DAY_S) {
            problems.add(wrong(field, seconds, Text.of("应为 0 到 86400 秒；0 = 不测", "expected: 0 to 86400 s; 0 = never")));
        }
    }

    private static Problem wrong(String field, int value, Text what) {
        return new Problem("", 0, field, Integer.toString(value), "NOT_UNDERSTOOD", what);
    }
}
