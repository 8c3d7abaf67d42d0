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
    private static final String ERASE = "\r\u001b[K";

    private final Terminal terminal;
    private final Language language;
    private final Timer clock = new Timer("progress", true);
    private boolean shown;
    private Text phase = Text.same("");
    private long done;
    private long total;
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
    }

    private synchronized void draw() {
        if (shown && !phase.zh().isEmpty()) {
            terminal.err().print(ERASE + DisplayWidth.fit("> " + describe(), terminal.columns() - 1));
            terminal.err().flush();
        }
    }

    private String describe() {
        return describe(phase.in(language), done, total, Duration.ofNanos(System.nanoTime() - phaseStart), language);
    }

    /** The line without its marks, for example {@code 读取采样 1,200,000 / 3,000,000（40 %） 600,000/s 还需 3 s}. */
    static String describe(String phase, long done, long total, Duration elapsed, Language language) {
        double seconds = elapsed.toMillis() / 1000.0;
        StringBuilder line = new StringBuilder(phase);
        if (done > 0) {
            line.append(String.format("  %,d", done));
        }
        if (done > 0 && total > 0) {
            line.append(String.format(" / %,d (%d%%)", total, Math.min(100, 100 * done / total)));
        }
        line.append(String.format("  %.1f s", seconds));
        if (done > 0 && seconds >= 1) {
            line.append(String.format("  %,d/s", Math.round(done / seconds)));
        }
        if (done > 0 && total > done && seconds >= 1) {
            String left = String.format("%,d s", (long) Math.ceil(seconds * (total - done) / done));
            line.append(Text.of("  还需 " + left, "  " + left + " left").in(language));
        }
        return line.toString();
    }
}
