package org.signalup.evaluate.internal.map;

import java.util.List;
import java.util.function.Supplier;
import org.signalup.domain.RatRow;
import org.signalup.engine.TableWriter;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.geo.Bin;
import org.signalup.ledger.Line;

/**
 * Lines on a map, coarser from level to level: level 0 are the bins, a stretch of level n joins 8^n neighbouring bins of one part. A stretch
 * shows what most of its bins show ({@link StretchCode}). That some of its bins fail is kept apart, so that a small gap is not lost from
 * afar.
 */
public final class MapLines {
    private static final int LEVELS = 4;

    private final Targets targets;
    private final MapVerdicts verdicts;
    private final Supplier<TableWriter> table;
    private final LineCorners corners = new LineCorners();

    MapLines(Targets targets, MapVerdicts verdicts, Supplier<TableWriter> table) {
        this.targets = targets;
        this.verdicts = verdicts;
        this.table = table;
    }

    /** In the order of ids, with all its bins. */
    public void add(Line line, List<Bin> bins) {
        corners.add(line, bins, targets.firstBin(targets.lineNumber(line.id())));
    }

    /** Writes the table. */
    public void publish() {
        StretchCode codes = new StretchCode(verdicts.bins());
        try (TableWriter out = table.get()) {
            int run = 1;
            for (int level = 0; level < LEVELS; level++) {
                write(level, run, codes, out);
                run *= Stretch.FANOUT;
            }
        }
    }

    private void write(int level, int run, StretchCode codes, TableWriter out) {
        int[] firsts = firsts(run);
        int[] x = new int[firsts.length];
        int[] y = new int[firsts.length];
        for (int i = 0; i < firsts.length; i++) {
            Stretch stretch = stretch(firsts[i], run);
            x[i] = stretch.least(corners::x);
            y[i] = stretch.least(corners::y);
        }
        for (int i : StripOrder.of(x, y, firsts.length)) {
            write(level, stretch(firsts[i], run), codes, out);
        }
    }

    /** Corners where stretches of so many bins begin. */
    private int[] firsts(int run) {
        int count = 0;
        for (int part = 0; part < corners.parts().size(); part++) {
            count += (corners.last(part) - corners.parts().get(part).first() + run - 1) / run;
        }
        int[] firsts = new int[count];
        int next = 0;
        for (int part = 0; part < corners.parts().size(); part++) {
            for (int corner = corners.parts().get(part).first(); corner < corners.last(part); corner += run) {
                firsts[next++] = corner;
            }
        }
        return firsts;
    }

    private Stretch stretch(int first, int run) {
        return Stretch.of(first, Math.min(first + run, corners.last(corners.partOf(first))));
    }

    private void write(int level, Stretch stretch, StretchCode codes, TableWriter out) {
        LineCorners.Part part = corners.parts().get(corners.partOf(stretch.from()));
        Line line = part.line();
        out.put(level).put(line.id()).put(line.kind().name());
        out.put(String.join(";", line.divisionCodes()));
        out.put(corners.metres(stretch.from())).put(corners.metres(stretch.to()));
        out.put(stretch.least(corners::x)).put(stretch.least(corners::y));
        out.put(stretch.most(corners::x)).put(stretch.most(corners::y));
        out.put(path(stretch));
        int firstBin = part.target() + stretch.from() - part.first();
        for (RatRow rat : RatRow.values()) {
            out.put(codes.most(bin -> verdicts.binCell(firstBin + bin, rat), stretch.bins()));
        }
        for (RatRow rat : RatRow.values()) {
            out.put(codes.failing(bin -> verdicts.binCell(firstBin + bin, rat), stretch.bins()));
        }
        out.endRow();
    }

    /** The first position, then steps: {@code x y dx dy dx dy}. */
    private String path(Stretch stretch) {
        StringBuilder text = new StringBuilder();
        int corner = stretch.from();
        text.append(corners.x(corner)).append(' ').append(corners.y(corner));
        while (corner < stretch.to()) {
            int next = stretch.next(corner);
            text.append(' ').append(corners.x(next) - corners.x(corner));
            text.append(' ').append(corners.y(next) - corners.y(corner));
            corner = next;
        }
        return text.toString();
    }
}
