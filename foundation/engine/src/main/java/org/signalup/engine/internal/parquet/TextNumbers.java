package org.signalup.engine.internal.parquet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers texts in the order they are first met. Made for texts that are mostly the very same objects again. */
final class TextNumbers {
    private static final int FIRST_SIZE = 64;

    private final List<String> texts = new ArrayList<>();
    private String[] keys = new String[FIRST_SIZE];
    private int[] numbers = new int[FIRST_SIZE];

    int number(String text) {
        int slot = find(keys, text);
        if (keys[slot] == null) {
            slot = add(text);
        }
        return numbers[slot];
    }

    int size() {
        return texts.size();
    }

    List<String> texts() {
        return texts;
    }

    void clear() {
        texts.clear();
        Arrays.fill(keys, null);
    }

    private int add(String text) {
        if (texts.size() * 2 >= keys.length) {
            keys = new String[keys.length * 2];
            numbers = new int[keys.length];
            for (int i = 0; i < texts.size(); i++) {
                place(texts.get(i), i);
            }
        }
        texts.add(text);
        return place(text, texts.size() - 1);
    }

    private int place(String text, int number) {
        int slot = find(keys, text);
        keys[slot] = text;
        numbers[slot] = number;
        return slot;
    }

    private static int find(String[] keys, String text) {
        int mask = keys.length - 1;
        int slot = ((text.hashCode() * 0x9E3779B1) >>> 7) & mask;
        while (keys[slot] != null && !keys[slot].equals(text)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
