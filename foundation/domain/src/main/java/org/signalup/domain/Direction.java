package org.signalup.domain;

/** 速率方向. */
public enum Direction implements Coded {
    DL("DL", 1, "下行", "downlink"),
    UL("UL", 2, "上行", "uplink");

    private final String code;
    private final int number;
    private final Text text;

    Direction(String code, int number, String zh, String en) {
        this.code = code;
        this.number = number;
        this.text = Text.of(zh, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Text text() {
        return text;
    }
}
