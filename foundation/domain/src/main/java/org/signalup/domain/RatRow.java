package org.signalup.domain;

/** The technology a result row speaks of; the order of the constants is the order of rows in every contract file. See design: ANY takes free-mode samples, 4G and 5G say how that network alone does. */
public enum RatRow implements Coded {
    ANY("ANY", 0, "综合", "any"),
    G4("4G", 4, "4G", "4G"),
    G5("5G", 5, "5G", "5G");

    private final String code;
    private final int number;
    private final Text text;

    RatRow(String code, int number, String zh, String en) {
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
