package org.signalup.domain;

/** 证据等级, the best first: A statistical, B repeated, C less. */
public enum Evidence implements Coded {
    A("A", 1, "A级（统计充分）", "A (statistical)"),
    B("B", 2, "B级（多日重复）", "B (repeated)"),
    C("C", 3, "C级（单次）", "C (single)");

    private final String code;
    private final int number;
    private final Text text;

    Evidence(String code, int number, String zh, String en) {
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

    /** The weaker of two grades. */
    public Evidence weaker(Evidence other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The better of two grades. */
    public Evidence better(Evidence other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
