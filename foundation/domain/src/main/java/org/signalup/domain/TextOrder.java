package org.signalup.domain;

import java.util.Comparator;

/** Code-point order of text keys, the order of every contract file. {@link String#compareTo} differs beyond U+FFFF. */
public final class TextOrder {
    public static final Comparator<String> CODE_POINTS = TextOrder::compare;

    private TextOrder() {}

    private static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean surrogates = Character.isSurrogate(a) != Character.isSurrogate(b);
                int order = Character.compare(a, b);
                return !surrogates ? order : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
