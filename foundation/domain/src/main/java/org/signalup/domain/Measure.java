package org.signalup.domain;

/** 分布所说的量: what values are spread out to say how they lie. */
public enum Measure implements Coded {
    DL("DL", 1, "下行速率", "downlink rate", "Mbit/s"),
    UL("UL", 2, "上行速率", "uplink rate", "Mbit/s"),
    LATENCY("LATENCY", 3, "时延", "latency", "ms"),
    RSRP("RSRP", 4, "电平 RSRP", "level RSRP", "dBm"),
    SINR("SINR", 5, "信干噪比 SINR", "quality SINR", "dB");

    private final String code;
    private final int number;
    private final Text text;
    private final String unit;

    Measure(String code, int number, String zh, String en, String unit) {
        this.code = code;
        this.number = number;
        this.text = Text.of(zh, en);
        this.unit = unit;
    }

    @Override
    public String code() {
        return code;
    }

    /** Those of rates are the numbers of their {@link Direction}. */
    @Override
    public int number() {
        return number;
    }

    @Override
    public Text text() {
        return text;
    }

    /** The unit values are told in. */
    public String unit() {
        return unit;
    }
}
