package org.signalup.domain;

/** 线路类型. */
public enum LineKind implements Coded {
    RAIL("RAIL", 1, "铁路", "railway"),
    ROAD("ROAD", 2, "公路", "road"),
    METRO("METRO", 3, "地铁", "metro"),
    WATER("WATER", 4, "水路", "waterway");

    private final String code;
    private final int number;
    private final Text text;

    LineKind(String code, int number, String zh, String en) {
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
