package org.signalup.domain;

/** 测试模式: whether the device chose its network or was locked to one. */
public enum TestMode implements Coded {
    FREE("FREE", 0, "自由", "free"),
    LOCK_4G("LOCK_4G", 4, "锁4G", "locked to 4G"),
    LOCK_5G("LOCK_5G", 5, "锁5G", "locked to 5G"),
    SCAN("SCAN", 9, "扫频", "scan");

    private final String code;
    private final int number;
    private final Text text;

    TestMode(String code, int number, String zh, String en) {
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
