package org.signalup.publish;

/** What XML 1.0 can hold. */
public final class XmlText {
    private XmlText() {}

    /** The text without control characters and lone surrogates. */
    public static String held(String text) {
        StringBuilder held = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::allowed).forEach(held::appendCodePoint);
        return held.toString();
    }

    private static boolean allowed(int c) {
        boolean space = c == '\t' || c == '\n' || c == '\r';
        boolean plane0 = (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD);
        return space || plane0 || c > 0xFFFF;
    }
}
