package org.signalup.domain;

/** 网络制式: the radio access technology a sample was on. */
public enum Rat implements Coded {
    NONE("NONE", 0, "无服务", "no service"),
    G2("2G", 2, "2G", "2G"),
    G3("3G", 3, "3G", "3G"),
    G4("4G", 4, "4G", "4G"),
    G5("5G", 5, "5G", "5G"),
    WIFI("WIFI", 9, "Wi-Fi", "Wi-Fi");

    private final String code;
    private final int number;
    private final Text text;

    Rat(String code, int number, String zh, String en) {
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
