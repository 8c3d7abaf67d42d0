package org.signalup.standards;

import org.signalup.domain.Coded;
import org.signalup.domain.Text;

/**
 * 业务感知指标: what is reckoned of the sessions of a service. Shares are fractions, times milliseconds. A session without the value a KPI
 * needs is not among its n.
 */
public enum ServiceKpi implements Coded {
    /** Sessions that came about, of all tries. */
    CONNECT(1, Unit.SHARE, true, "接通率", "connect success"),
    /** Sessions that came about within the standard's time, of those failed or with a setup time. */
    CONNECT_IN_TIME(2, Unit.SHARE, true, "限时接通率", "connect success in time"),
    /** Sessions cut off, of those that came about. */
    DROP(3, Unit.SHARE, false, "掉线率", "dropped"),
    /** Median of the time to the first picture. */
    FIRST_FRAME_P50(4, Unit.MS, false, "首帧时延中位数", "first frame, median"),
    /** The same, 95th percentile. Both are the least value with so many at or below. */
    FIRST_FRAME_P95(5, Unit.MS, false, "首帧时延95分位", "first frame, 95th percentile"),
    /** Time stood still over time played, of all sessions together. */
    STALL_RATIO(6, Unit.SHARE, false, "卡顿时长占比", "stall time ratio"),
    /** Stalls over hours played, of all sessions together. */
    STALLS_PER_HOUR(7, Unit.PER_HOUR, false, "每小时卡顿次数", "stalls per hour"),
    /** Mean delay end to end. */
    DELAY(8, Unit.MS, false, "端到端时延均值", "end-to-end delay, mean"),
    /** Time in high definition over time played, of all sessions together. */
    HD_SHARE(9, Unit.SHARE, true, "高清时长占比", "share of time in HD"),
    /** Mean share of packets lost. */
    LOSS(10, Unit.SHARE, false, "丢包率均值", "packet loss, mean"),
    /** Mean round-trip time. */
    RTT(11, Unit.MS, false, "往返时延均值", "round-trip time, mean"),
    /** Sessions whose round-trip time is above the standard's limit. */
    RTT_HIGH_SHARE(12, Unit.SHARE, false, "高时延占比", "share of high round-trip times"),
    /** Mean of the opinion scores measured. */
    MOS(13, Unit.MOS, true, "MOS均值", "MOS, mean"),
    /** Sessions whose opinion score is at least the standard's. */
    MOS_GOOD_SHARE(14, Unit.SHARE, true, "MOS达标占比", "share of good MOS"),
    /** Mean of what the model of the service says of sessions that have what it needs; never graded. */
    MOS_MODEL(15, Unit.MOS, true, "模型MOS均值", "modelled MOS, mean"),
    /** Sessions whose sound and picture were no farther apart than the standard's limit. */
    AV_IN_SYNC(16, Unit.SHARE, true, "音画同步占比", "sound and picture in sync"),
    /** Mean downlink rate the sessions sustained. */
    DL_RATE(17, Unit.MBIT_S, true, "下行速率均值", "downlink rate, mean");

    /** What a value is in. */
    public enum Unit {
        SHARE,
        MS,
        PER_HOUR,
        MOS,
        MBIT_S
    }

    private final int number;
    private final Unit unit;
    private final boolean moreIsBetter;
    private final Text text;

    ServiceKpi(int number, Unit unit, boolean moreIsBetter, String zh, String en) {
        this.number = number;
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
        this.text = Text.of(zh, en);
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Text text() {
        return text;
    }

    public Unit unit() {
        return unit;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }
}
