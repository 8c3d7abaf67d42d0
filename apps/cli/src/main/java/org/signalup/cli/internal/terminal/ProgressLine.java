package org.signalup.cli.internal.terminal;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.signalup.domain.Language;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.Text;

/**
 * Progress on one line of a terminal: phase, rows, rate, time left. Says nothing when nobody looks.
 *
 * <p>The run only leaves its numbers here; a thread of our own draws them a few times a second, so that the clock goes
 * on during a long step. All drawing is guarded by this object.
 */
public final class ProgressLine implements ProgressListener, AutoCloseable {
    private static final long REDRAW_MILLIS = 200;
    private static final long DONE_ARE_ROWS = -1;
    private static final String ERASE = "\r\u001b[K";

    private final Terminal terminal;
    private final Language language;
    private final Timer clock = new Timer("progress", true);
    private boolean shown;
    private Text phase = Text.same("");
    private long done;
    private long total;
    private long rows = DONE_ARE_ROWS;
    private long phaseStart = System.nanoTime();

    private ProgressLine(Terminal terminal, Language language, boolean shown) {
        this.terminal = terminal;
        this.language = language;
        this.shown = shown;
    }

    /** @param quiet true when the caller asked for silence */
    public static ProgressLine start(Terminal terminal, Language language, boolean quiet) {
        ProgressLine line = new ProgressLine(terminal, language, terminal.errTty() && !quiet);
        line.clock.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        line.draw();
                    }
                },
                REDRAW_MILLIS,
                REDRAW_MILLIS);
        return line;
    }

    @Override
    public synchronized void progress(Text phase, long done, long total) {
        if (!phase.equals(this.phase)) {
            endPhase();
            phaseStart = System.nanoTime();
        }
        this.phase = phase;
        this.done = done;
        this.total = total;
    }

    @Override
    public synchronized void rows(long rows) {
        this.rows = rows;
    }

    @Override
    public synchronized void close() {
        endPhase();
        shown = false;
        clock.cancel();
    }

    private void endPhase() {
        if (!shown) {
            return;
        }
        terminal.err().print(ERASE);
        if (!phase.zh().isEmpty()) {
            terminal.err().println(DisplayWidth.fit("  " + describe(), terminal.columns() - 1));
        }
        phase = Text.same("");
        rows = DONE_ARE_ROWS;
    }

    private synchronized void draw() {
        if (shown && !phase.zh().isEmpty()) {
            terminal.err().print(ERASE + DisplayWidth.fit("> " + describe(), terminal.columns() - 1));
            terminal.err().flush();
        }
    }

    private String describe() {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - phaseStart);
        return rows == DONE_ARE_ROWS
                ? describe(phase.in(language), done, total, elapsed, language)
                : describe(phase.in(language), done, total, rows, elapsed, language);
    }

    /** The line without its marks, for example {@code 读取采样  1,200,000 / 3,000,000 (40%)  2.0 s  600,000/s  还需 3 s}. */
    static String describe(String phase, long done, long total, Duration elapsed, Language language) {
        String of = done > 0 && total > 0 ? String.format(" / %,d (%d%%)", total, percent(done, total)) : "";
        String amount = done > 0 ? String.format("  %,d", done) + of : "";
        return phase + amount + pace(done, elapsed) + left(done, total, elapsed, language);
    }

    /** The line of a phase that knows its end in bytes and its work in rows: share and time left go by bytes. */
    static String describe(String phase, long done, long total, long rows, Duration elapsed, Language language) {
        String share = total > 0 ? String.format(" (%d%%)", percent(done, total)) : "";
        String amount = String.format("  %,d ", rows) + Text.of("行", "rows").in(language) + share;
        return phase + amount + pace(rows, elapsed) + left(done, total, elapsed, language);
    }

    private static long percent(long done, long total) {
        return Math.min(100, 100 * done / total);
    }

    private static String pace(long done, Duration elapsed) {
        double seconds = elapsed.toMillis() / 1000.0;
        String rate = done > 0 && seconds >= 1 ? String.format("  %,d/s", Math.round(done / seconds)) : "";
        return String.format("  %.1f s", seconds) + rate;
    }

    private static String left(long done, long total, Duration elapsed, Language language) {
        double seconds = elapsed.toMillis() / 1000.0;
        if (done <= 0 || total <= done || seconds < 1) {
            return "";
        }
        String left = String.format("%,d s", (long) Math.ceil(seconds * (total - done) / done));
        return Text.of("  还需 " + left, "  " + left + " left").in(language);
    }
}
