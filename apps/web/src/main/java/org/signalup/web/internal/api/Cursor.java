package org.signalup.web.internal.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.signalup.domain.Text;
import org.signalup.web.internal.site.PageFailure;

/**
 * Where a list goes on: the keys of the last row shown, in the list's order. Rows that come or go meanwhile double or lose
 * none of the others. Clients hand it back as it is.
 */
public record Cursor(List<String> keys) {
    private static final String SEPARATOR = "\u001f";
    private static final int LONGEST = 2_000;

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor of(String... keys) {
        return new Cursor(List.of(keys));
    }

    /** Of a list in the order of one number. */
    public static Cursor of(long number) {
        return of(Long.toString(number));
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws PageFailure 400 if it is none of ours */
    static Cursor parse(String text) {
        try {
            if (text.length() <= LONGEST) {
                String keys = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                return new Cursor(List.of(keys.split(SEPARATOR, -1)));
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw PageFailure.badRequest(
                Text.of("参数 after 应为上一页返回的 next", "parameter after: expected what the page before returned as next"));
    }

    /** @throws PageFailure 400 if it does not have this many keys */
    public Cursor ofSize(int size) {
        if (keys.size() != size) {
            throw another();
        }
        return this;
    }

    /** The number of the last row shown, of a list in the order of one number. */
    long number() {
        String text = ofSize(1).keys().get(0);
        if (!text.matches("[0-9]{1,18}")) {
            throw another();
        }
        return Long.parseLong(text);
    }

    private static PageFailure another() {
        return PageFailure.badRequest(Text.of("参数 after 属于另一个列表", "parameter after belongs to another list"));
    }
}
