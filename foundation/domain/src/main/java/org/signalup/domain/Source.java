package org.signalup.domain;

/** 数据来源: how a sample came about. */
public enum Source implements Coded {
    DRIVE("DRIVE", 1, "路测", "drive test"),
    WALK("WALK", 2, "室内步测", "walk test"),
    CQT("CQT", 3, "定点拨测", "spot test"),
    PROBE("PROBE", 4, "定点监测", "fixed probe"),
    APP("APP", 5, "互联网应用数据", "app data");

    private final String code;
    private final int number;
    private final Text text;

    Source(String code, int number, String zh, String en) {
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
