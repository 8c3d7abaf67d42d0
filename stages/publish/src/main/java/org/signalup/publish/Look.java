package org.signalup.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How everything people see looks, report and pages alike: one type scale, one accent, colours of verdicts. */
public final class Look {
    private Look() {}

    /** The CSS custom properties every style sheet builds on, light and dark. */
    public static String tokens() {
        try (InputStream in = Look.class.getResourceAsStream("tokens.css")) {
            if (in == null) {
                throw new IllegalStateException("tokens.css: missing from the class path (expected: beside Look)");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
