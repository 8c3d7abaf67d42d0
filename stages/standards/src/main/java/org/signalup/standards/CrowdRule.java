package org.signalup.standards;

import org.signalup.domain.Coded;
import org.signalup.domain.Text;

/**
 * 众测过滤规则: the named rules that crowd samples pass, in the order they are asked. A sample is charged to the first rule that
 * catches it; every rule but those of effect OBJECT looks at one calendar date at a time, so that a day of a lake is filtered alone.
 */
public enum CrowdRule implements Coded {
    /** The serving network is none of the programme's operators (railway GSM-R, a neighbour abroad). */
    PLMN(1, Effect.SAMPLE, "服务网络不属于任何一家运营商", "serving network of no operator"),
    /** The device said that its position is made up. */
    MOCK(12, Effect.SAMPLE, "终端声明位置为模拟", "position made up, as the device says"),
    /** The carrier lies outside the spectrum of the serving operator and those it shares with. */
    BANDS(2, Effect.SAMPLE, "频点不在运营商的频段内", "carrier outside the operator's spectrum"),
    /** The device cannot have come from its previous position nor get to its next one. */
    SPEED(3, Effect.SAMPLE, "终端移动速度不可能", "impossible speed of the device"),
    /** Faster than the network can be. */
    RATE_CAP(4, Effect.TEST, "速率高于网络的理论上限", "rate above what the network can give"),
    /** Faster than its bandwidth and layers can be, where the test told them. */
    RATE_BANDWIDTH(13, Effect.TEST, "速率高于带宽与层数的上限", "rate above what bandwidth and layers can give"),
    /** Against a server of another class than the one compared, where the test told it. */
    SERVER_CLASS(14, Effect.TEST, "测速服务器类别不同", "server of another class"),
    /** More tests of a device a day than people make. */
    ROBOT_COUNT(5, Effect.TEST, "终端单日测试过多", "too many tests of a device in a day"),
    /** Tests of a device at equal intervals. */
    ROBOT_INTERVAL(6, Effect.TEST, "终端按固定间隔测试", "tests of a device at equal intervals"),
    /** Tests of a device with the same rates to the last decimal. */
    ROBOT_RATES(7, Effect.TEST, "终端速率完全相同", "tests of a device with the very same rates"),
    /** The same device again, at the same place within seconds: the first counts. */
    DUPLICATE(8, Effect.TEST, "同终端同地点数秒内重复", "same device and place within seconds"),
    /** More tests of a device at a place on a day than may count: the first count. */
    PER_DAY(9, Effect.TEST, "同终端同地点单日超过上限", "too many tests of a device at a place in a day"),
    /** Rates piled up at a round cap: what the tariff gives, not what the network can. */
    RATE_LIMITED(10, Effect.TEST, "速率堆积在套餐限速值", "rates piled up at a tariff's cap"),
    /** Far above what others get: flagged, and counted all the same. */
    OUTLIER(11, Effect.FLAG, "速率明显高于同日其他测试（仅标记）", "far above other tests of the day (flag only)"),
    /** So few devices tested at a place or line that its figures would be theirs: they count in regions only. */
    FEW_DEVICES(15, Effect.OBJECT, "场所或线路的终端太少", "too few devices at a place or line");

    /** What becomes of a sample that a rule catches. */
    public enum Effect {
        /** It is left out altogether. */
        SAMPLE,
        /** Its test or session is left out; what it says about coverage counts. */
        TEST,
        /** It is marked and counts. */
        FLAG,
        /** Its test or session counts in regions, not at the place or line. Asked once of the whole period, after all other rules. */
        OBJECT
    }

    private final int number;
    private final Effect effect;
    private final Text text;

    CrowdRule(int number, Effect effect, String zh, String en) {
        this.number = number;
        this.effect = effect;
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

    public Effect effect() {
        return effect;
    }
}
