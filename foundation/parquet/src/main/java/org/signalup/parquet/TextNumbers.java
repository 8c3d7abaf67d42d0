package org.signalup.parquet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers texts in the order they are first met. */
final class TextNumbers {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private Object era = new Object();

    int number(String text) {
        Integer known = numbers.get(text);
        if (known == null) {
            known = add(text);
            numbers.put(text, known);
        }
        return known;
    }

    /** Numbers a text that was not numbered before; if it was, it has two numbers, which does no harm. */
    int add(String text) {
        texts.add(text);
        return texts.size() - 1;
    }

    int size() {
        return texts.size();
    }

    List<String> texts() {
        return texts;
    }

    /** Stays the same as long as the numbers given are good. */
    Object era() {
        return era;
    }

    void clear() {
        texts.clear();
        numbers.clear();
        era = new Object();
    }
}
