package org.signalup.publish.internal.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.signalup.domain.Text;

/**
 * Writes HTML. Whatever is written is escaped; nothing can be written unescaped except the page's own style and script.
 * Words for people are written only as {@link Text}, so that both languages are always in the page; names and codes
 * from files are written as {@link #data}, isolated from the direction of the text around them.
 */
public final class Html {
    private final StringBuilder out = new StringBuilder(1 << 18);
    private final Deque<String> open = new ArrayDeque<>();

    /** An element with content; the selector reads {@code tag#id.class.class}, attributes are name, value, … */
    public Html el(String selector, Runnable content, String... attributes) {
        String tag = begin(selector, List.of(attributes));
        out.append('>');
        open.push(tag);
        content.run();
        open.pop();
        out.append("</").append(tag).append('>');
        return this;
    }

    /** An element without content. */
    public Html leaf(String selector, String... attributes) {
        boolean drawing = open.contains("svg");
        begin(selector, List.of(attributes));
        out.append(drawing ? "/>" : ">");
        return this;
    }

    /** An element whose content is a text in both languages. */
    public Html el(String selector, Text text, String... attributes) {
        return el(selector, () -> text(text), attributes);
    }

    /** A text in both languages; the reader's choice hides one. */
    public Html text(Text text) {
        if (text.zh().equals(text.en())) {
            return data(text.zh());
        }
        String tag = open.contains("svg") ? "tspan" : "span";
        language(tag, "zh", text.zh());
        language(tag, "en", text.en());
        return this;
    }

    /** A name or code out of a file, whatever it may contain. */
    public Html data(String value) {
        if (open.contains("svg")) {
            return figure(value);
        }
        out.append("<bdi>");
        escape(visible(value));
        out.append("</bdi>");
        return this;
    }

    /** Digits, signs and units: what reads the same in every language. */
    public Html figure(String value) {
        escape(visible(value));
        return this;
    }

    /** The page's own style sheet or script, which must not contain a closing tag. */
    public Html own(String tag, String content) {
        if (content.contains("</")) {
            throw new IllegalArgumentException(tag + ": contains a closing tag (expected: none)");
        }
        out.append('<').append(tag).append('>').append(content);
        out.append("</").append(tag).append('>');
        return this;
    }

    /** The document so far. */
    public String document() {
        return "<!doctype html>\n" + out + "\n";
    }

    private void language(String tag, String code, String value) {
        out.append('<').append(tag).append(" lang=").append(code).append('>');
        escape(visible(value));
        out.append("</").append(tag).append('>');
    }

    private String begin(String selector, List<String> attributes) {
        Selector parsed = Selector.parse(selector);
        out.append('<').append(parsed.tag());
        if (!parsed.id().isEmpty()) {
            attribute("id", parsed.id());
        }
        if (!parsed.classes().isEmpty()) {
            attribute("class", parsed.classes());
        }
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            attribute(attributes.get(i), attributes.get(i + 1));
        }
        return parsed.tag();
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value);
        out.append('"');
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    /** Control characters and direction overrides could hide or turn text; they are shown as a box. */
    private static String visible(String value) {
        StringBuilder clean = new StringBuilder(value.length());
        value.codePoints().forEach(c -> clean.appendCodePoint(hidden(c) ? 0xFFFD : c));
        return clean.toString();
    }

    private static boolean hidden(int c) {
        boolean control = (Character.isISOControl(c) && c != '\n') || c == 0x2028 || c == 0x2029;
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        boolean broken = c >= 0xD800 && c <= 0xDFFF;
        return control || direction || broken || c == 0xFEFF;
    }

    private record Selector(String tag, String id, String classes) {
        static Selector parse(String selector) {
            String[] dots = selector.split("\\.");
            String[] head = dots[0].split("#");
            StringBuilder classes = new StringBuilder();
            for (int i = 1; i < dots.length; i++) {
                classes.append(i > 1 ? " " : "").append(dots[i]);
            }
            return new Selector(head[0], head.length > 1 ? head[1] : "", classes.toString());
        }
    }
}
