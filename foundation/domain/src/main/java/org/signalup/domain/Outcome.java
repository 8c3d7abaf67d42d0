package org.signalup.domain;

/** 结果 of a rate test or service session. */
public enum Outcome implements Coded {
    OK("OK", 1, "成功", "ok"),
    FAILED("FAILED", 2, "失败", "failed"),
    DROPPED("DROPPED", 3, "中断", "dropped");

    private final String code;
    private final int number;
    private final Text text;

    Outcome(String code, int number, String zh, String en) {
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
