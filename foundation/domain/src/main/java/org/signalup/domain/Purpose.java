package org.signalup.domain;

/** 测试目的: who tests for whom. */
public enum Purpose implements Coded {
    SELF("SELF", 1, "自测", "self test"),
    THIRD_PARTY("THIRD_PARTY", 2, "第三方", "third party"),
    AUTHORITY("AUTHORITY", 3, "管局抽测", "authority spot check"),
    RETEST("RETEST", 4, "复测", "re-test");

    private final String code;
    private final int number;
    private final Text text;

    Purpose(String code, int number, String zh, String en) {
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
