package org.signalup.parquet;

/** A text that many rows share: it remembers its number in the dictionary it was last put to, and so is looked up once. */
public class KnownText {
    private final String text;
    private Object dictionary;
    private int number;

    public KnownText(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    int numberIn(TextNumbers texts) {
        if (dictionary != texts.era()) {
            number = texts.add(text);
            dictionary = texts.era();
        }
        return number;
    }
}
