package org.signalup.domain;

/** 感知等级: how a service is experienced. */
public enum ServiceLevel implements Coded {
    GOOD("GOOD", 1, "好", "good"),
    FAIR("FAIR", 2, "中", "fair"),
    POOR("POOR", 3, "差", "poor");

    private final String code;
    private final int number;
    private final Text text;

    ServiceLevel(String code, int number, String zh, String en) {
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
