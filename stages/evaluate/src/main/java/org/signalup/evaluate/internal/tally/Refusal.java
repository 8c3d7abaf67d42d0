package org.signalup.evaluate.internal.tally;

import org.signalup.domain.Text;

/** Why a sample that was read well is refused against the ledger. */
enum Refusal {
    POINT_UNKNOWN("台账中没有这个点位", "no such point in the ledger"),
    CHECKIN_FAR(
            "采样位置离所报点位过远，应在半径、定位精度与标准余量之和以内",
            "the position is too far from the point checked in at, expected within its radius, the accuracy and the standard's slack"),
    LINE_UNKNOWN("台账中没有这条线路", "no such line in the ledger"),
    CHAINAGE_OUTSIDE("里程超出线路长度，应在 0 至线路全长之间", "the chainage lies outside the line, expected 0 to its length"),
    INSTRUMENT_MISSING(
            "没有写明采样仪表，终端也不属于已登记的仪表", "names no instrument, nor is its device one of a registered instrument"),
    INSTRUMENT_UNKNOWN("采样仪表没有登记", "the instrument is not registered"),
    INSTRUMENT_UNCERTIFIED("采样仪表没有证书", "the instrument has no certificate"),
    INSTRUMENT_NOT_YET("采样仪表的证书当日尚未生效", "the instrument's certificate was not yet valid that day"),
    INSTRUMENT_EXPIRED("采样仪表的证书当日已过期", "the instrument's certificate had run out that day"),
    INSTRUMENT_DISAGREES("采样仪表比对结论为不可比", "the instrument did not agree with the reference"),
    INSTRUMENT_UNCOMPARED("采样仪表没有未过期的比对", "the instrument had not been compared with a reference recently");

    /** What codes of instruments begin with. */
    static final String INSTRUMENT = "INSTRUMENT_";

    private final Text text;

    Refusal(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    Text text() {
        return text;
    }
}
