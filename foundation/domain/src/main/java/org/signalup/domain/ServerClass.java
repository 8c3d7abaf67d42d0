package org.signalup.domain;

/** 测速服务器类别: whether a rate test ran against a server within the operator's own network. */
public enum ServerClass implements Coded {
    ON_NET("ON_NET", 1, "网内", "on-net"),
    OFF_NET("OFF_NET", 2, "网外", "off-net");

    private final String code;
    private final int number;
    private final Text text;

    ServerClass(String code, int number, String zh, String en) {
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
