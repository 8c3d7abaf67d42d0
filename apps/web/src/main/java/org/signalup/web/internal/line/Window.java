package org.signalup.web.internal.line;

import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.web.internal.result.Chainage;
import org.signalup.web.internal.site.PageFailure;

/**
 * The stretch of a line a page shows, cut into columns of equal length.
 *
 * @param lengthM of the whole line
 */
public record Window(double fromM, double toM, double lengthM, int columns) {
    private static final int MOST_COLUMNS = 1200;

    /** The stretch asked for, the whole line if none is; clipped to the line. */
    static Window of(LineHead line, String from, String to) {
        Optional<Double> start = Chainage.metres(from);
        Optional<Double> end = Chainage.metres(to);
        double fromM = Math.min(start.orElse(0.0), line.lengthM());
        double toM = Math.min(end.orElse(line.lengthM()), line.lengthM());
        if (toM <= fromM) {
            throw PageFailure.badRequest(Text.of("起点里程须小于终点里程", "The stretch must start before it ends"));
        }
        int bins = (int) Math.max(1, (toM - fromM) / line.rule().binLengthM());
        return new Window(fromM, toM, line.lengthM(), Math.min(MOST_COLUMNS, bins));
    }

    public double columnM() {
        return (toM - fromM) / columns;
    }

    /** Where a chainage is, in percent of the width; clipped to the window. */
    public double percent(double metres) {
        return Math.max(0, Math.min(100, (metres - fromM) * 100 / (toM - fromM)));
    }

    public boolean shows(double from, double to) {
        return to >= fromM && from <= toM;
    }

    public boolean whole() {
        return fromM <= 0 && toM >= lengthM;
    }

    double startOf(int column) {
        return fromM + column * columnM();
    }
}
