package org.signalup.cli.internal.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Standard output and error, always UTF-8. Results go to {@code out}, everything said along the way to {@code err}.
 *
 * @param outTty whether a person looks at {@code out}; control characters go nowhere else
 */
public record Terminal(PrintStream out, PrintStream err, boolean outTty, boolean errTty, boolean colours, int columns) {
    private static final int USUAL_COLUMNS = 80;

    public Terminal {
        // A terminal that was never sized (some build servers) says 0.
        columns = columns > 0 ? columns : USUAL_COLUMNS;
    }

    /** The process's own streams; the launcher tells which of them are terminals, as Java cannot ask for each. Without it none is. */
    public static Terminal ofSystem() {
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Boolean.getBoolean("signalup.tty.out"),
                Boolean.getBoolean("signalup.tty.err"),
                System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM")),
                Integer.getInteger("signalup.columns", USUAL_COLUMNS));
    }

    /** Streams without a person behind them. */
    public static Terminal piped(OutputStream out, OutputStream err) {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                false,
                USUAL_COLUMNS);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    public boolean outColours() {
        return outTty && colours;
    }

    /** The text as it should look on {@code out}. */
    public String out(Style style, String text) {
        return outColours() ? style.paint(text) : text;
    }

    /** The text as it should look on {@code err}. */
    public String err(Style style, String text) {
        return errTty && colours ? style.paint(text) : text;
    }

    public PrintWriter outWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    public PrintWriter errWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }

    public void flush() {
        out.flush();
        err.flush();
    }

    /** Text from an input, made safe to print: a name in a file must not move the cursor. */
    public static String clean(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
