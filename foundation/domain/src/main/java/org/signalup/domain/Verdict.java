package org.signalup.domain;

/** 达标判定 of a target, a place, a section or a line. */
public enum Verdict implements Coded {
    PASS("PASS", 1, "达标", "pass"),
    FAIL("FAIL", 2, "不达标", "fail"),
    RETEST("RETEST", 3, "疑似不达标（待复测）", "suspected, re-test"),
    TOO_FEW("TOO_FEW", 4, "样本不足", "too few samples"),
    UNDECIDED("UNDECIDED", 5, "待判定", "undecided"),
    NOT_MEASURED("NOT_MEASURED", 6, "未测试", "not measured");

    private final String code;
    private final int number;
    private final Text text;

    Verdict(String code, int number, String zh, String en) {
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

    /** Open means neither passed nor failed nor suspected: more tests are needed before anything can be said. */
    public boolean open() {
        return this == TOO_FEW || this == UNDECIDED || this == NOT_MEASURED;
    }
}
