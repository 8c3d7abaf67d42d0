package org.signalup.publish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page taken apart: its tags and its texts, each with the elements it stands in. Refuses tags that do not nest. */
final class Markup {
    private static final Pattern PIECE = Pattern.compile("<!doctype html>|<(/?)([a-z0-9]+)([^<>]*?)(/?)>|([^<]+)");
    private static final Set<String> EMPTY = Set.of("meta", "input");

    /** A visible text and what encloses it, the innermost last: {@code span lang=zh}. */
    record Words(String text, List<String> within) {
        boolean inside(String element) {
            return within.contains(element);
        }
    }

    final List<Words> words = new ArrayList<>();
    final List<String> tags = new ArrayList<>();
    final List<String> attributes = new ArrayList<>();

    private Markup() {}

    static Markup of(String page) {
        Markup markup = new Markup();
        String body = page.replaceAll("(?s)<(style|script)>.*?</\\1>", "");
        Deque<String> open = new ArrayDeque<>();
        Matcher piece = PIECE.matcher(body);
        int end = 0;
        while (piece.find()) {
            if (piece.start() != end) {
                throw new AssertionError("not markup: " + body.substring(end, Math.min(end + 80, body.length())));
            }
            end = piece.end();
            markup.take(piece, open);
        }
        if (!open.isEmpty()) {
            throw new AssertionError("left open: " + open);
        }
        return markup;
    }

    private void take(Matcher piece, Deque<String> open) {
        String tag = piece.group(2);
        if (piece.group(5) != null) {
            text(piece.group(5), open);
        } else if (tag != null && !piece.group(1).isEmpty()) {
            String last = open.removeLast();
            if (!last.split(" ")[0].equals(tag)) {
                throw new AssertionError("closed " + tag + " inside " + last);
            }
        } else if (tag != null) {
            tags.add(tag);
            attributes.add(piece.group(3));
            if (piece.group(4).isEmpty() && !EMPTY.contains(tag)) {
                open.addLast(tag + piece.group(3));
            }
        }
    }

    private void text(String text, Deque<String> open) {
        if (!text.isBlank()) {
            words.add(new Words(text, List.copyOf(open)));
        }
    }
}
