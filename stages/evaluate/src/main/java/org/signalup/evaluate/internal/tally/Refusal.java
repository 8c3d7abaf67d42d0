package org.signalup.evaluate.internal.tally;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.signalup.domain.Language;
import org.signalup.domain.Text;

/** Why a sample that was read well is refused against the ledger. */
enum Refusal {
    POINT_UNKNOWN("台账中没有这个点位", "no such point in the ledger"),
    CHECKIN_FAR("采样位置离所报点位过远", "the position is too far from the point checked in at"),
    LINE_UNKNOWN("台账中没有这条线路", "no such line in the ledger"),
    CHAINAGE_OUTSIDE("里程超出线路长度", "the chainage lies outside the line");

    private final Text text;

    Refusal(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    /** SQL for the message of a code. */
    static String messages(String code, Language language) {
        return Arrays.stream(values())
                .map(refusal -> " WHEN '" + refusal.name() + "' THEN '"
                        + refusal.text.in(language).replace("'", "''") + "'")
                .collect(Collectors.joining("", "CASE " + code, " ELSE '' END"));
    }
}
