package org.signalup.evaluate.internal.write;

import static org.signalup.engine.Column.Type.BIGINT;
import static org.signalup.engine.Column.Type.DOUBLE;
import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;

import java.util.ArrayList;
import java.util.List;
import org.signalup.domain.Verdict;
import org.signalup.engine.Engine;
import org.signalup.engine.Row;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.evaluate.MapCode;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.MapGrid;

/**
 * Lines for the map, coarser from level to level: level 0 are the bins, a stretch of level n joins 8^n neighbouring bins of
 * one part. A stretch shows what most of its bins show, bins nobody measured among them; a tie goes to the worse. That
 * some of its bins fail is kept apart, so that a small gap is not lost from afar.
 */
final class MapStretches {
    private static final int LEVELS = 4;
    private static final int FANOUT = 8;
    private static final int ROWS = 3;
    private static final List<MapCode> CODES = MapCode.all();
    private static final Schema LINE = Schema.of("map_line")
            .with(INT, "level")
            .with(VARCHAR, "line_id", "kind", "division_codes")
            .with(DOUBLE, "from_m", "to_m")
            .with(INT, "x", "y", "max_x", "max_y")
            .with(VARCHAR, "path")
            .with(BIGINT, "v_any", "v_4g", "v_5g", "f_any", "f_4g", "f_5g")
            .build();

    private final Engine engine;
    private final int operators;

    MapStretches(Engine engine, int operators) {
        this.engine = engine;
        this.operators = operators;
    }

    /** Makes a dataset of all levels from {@code map_of_ledger_bin}, {@code map_of_ledger_line} and {@code map_packed_bins}. */
    void write(String dataset) {
        String query = "SELECT b.line_id, b.part, b.from_m, b.to_m, b.from_lon, b.from_lat, b.to_lon, b.to_lat,"
                + " COALESCE(v.v_any, 0), COALESCE(v.v_4g, 0), COALESCE(v.v_5g, 0), l.kind, l.division_codes"
                + " FROM map_of_ledger_bin AS b JOIN map_of_ledger_line AS l ON b.line_id = l.line_id"
                + " LEFT JOIN map_packed_bins AS v ON b.line_id = v.line_id AND b.bin = v.bin"
                + " ORDER BY b.line_id, b.bin";
        try (TableWriter out = engine.create(LINE.named(dataset))) {
            Part part = new Part(out);
            engine.forEach(query, part::add);
            part.flush();
        }
    }

    /** What a bin shows. */
    private record Cut(double fromM, double toM, int x, int y, int toX, int toY, long any, long in4g, long in5g) {
        /** The packed verdicts of a RAT row. */
        long verdicts(int row) {
            return row == 0 ? any : row == 1 ? in4g : in5g;
        }
    }

    /** The bins of one part of a line, gathered until the part ends. */
    private final class Part {
        private final TableWriter out;
        private final List<Cut> cuts = new ArrayList<>();
        private String lineId = "";
        private int number = -1;
        private String kind = "";
        private String divisions = "";

        Part(TableWriter out) {
            this.out = out;
        }

        void add(Row row) {
            if (!row.text(0).equals(lineId) || row.getInt(1) != number) {
                flush();
                lineId = row.text(0);
                number = row.getInt(1);
                kind = row.text(11);
                divisions = row.text(12) == null ? "" : row.text(12);
            }
            GeoPoint from = new GeoPoint(row.getDouble(4), row.getDouble(5));
            GeoPoint to = new GeoPoint(row.getDouble(6), row.getDouble(7));
            cuts.add(new Cut(
                    row.getDouble(2),
                    row.getDouble(3),
                    MapGrid.x(from),
                    MapGrid.y(from),
                    MapGrid.x(to),
                    MapGrid.y(to),
                    row.getLong(8),
                    row.getLong(9),
                    row.getLong(10)));
        }

        void flush() {
            int run = 1;
            for (int level = 0; level < LEVELS; level++) {
                for (int first = 0; first < cuts.size(); first += run) {
                    write(level, cuts.subList(first, Math.min(first + run, cuts.size())));
                }
                run *= FANOUT;
            }
            cuts.clear();
        }

        private void write(int level, List<Cut> run) {
            Cut first = run.get(0);
            Cut last = run.get(run.size() - 1);
            out.put(level).put(lineId).put(kind).put(divisions);
            out.put(first.fromM).put(last.toM);
            List<int[]> path = path(run);
            int[] least = path.get(0).clone();
            int[] most = path.get(0).clone();
            for (int[] at : path) {
                for (int axis = 0; axis < at.length; axis++) {
                    least[axis] = Math.min(least[axis], at[axis]);
                    most[axis] = Math.max(most[axis], at[axis]);
                }
            }
            out.put(least[0]).put(least[1]).put(most[0]).put(most[1]);
            out.put(text(path));
            for (int row = 0; row < ROWS; row++) {
                out.put(most(run, row));
            }
            for (int row = 0; row < ROWS; row++) {
                out.put(failing(run, row));
            }
            out.endRow();
        }
    }

    /** At most nine positions of a run, its ends among them. */
    private static List<int[]> path(List<Cut> run) {
        int step = (run.size() + FANOUT - 1) / FANOUT;
        List<int[]> path = new ArrayList<>();
        for (int i = 0; i < run.size(); i += step) {
            path.add(new int[] {run.get(i).x, run.get(i).y});
        }
        Cut last = run.get(run.size() - 1);
        path.add(new int[] {last.toX, last.toY});
        return path;
    }

    /** The first position, then steps: {@code x y dx dy dx dy}. */
    private static String text(List<int[]> path) {
        StringBuilder text = new StringBuilder();
        int[] before = {0, 0};
        for (int[] at : path) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(at[0] - before[0])
                    .append(' ')
                    .append(at[1] - before[1]);
            before = at;
        }
        return text.toString();
    }

    /** What most cuts of a run show, operator by operator. */
    private long most(List<Cut> run, int row) {
        long first = run.get(0).verdicts(row);
        boolean alike = true;
        for (int i = 1; alike && i < run.size(); i++) {
            alike = run.get(i).verdicts(row) == first;
        }
        return alike ? first : counted(run, row);
    }

    private long counted(List<Cut> run, int row) {
        long packed = 0;
        for (int slot = 0; slot < operators; slot++) {
            int[] counts = new int[CODES.size()];
            for (Cut cut : run) {
                counts[MapCode.number(cut.verdicts(row), slot * MapCode.BITS)]++;
            }
            packed |= (long) majority(counts) << (slot * MapCode.BITS);
        }
        return packed;
    }

    /** The weakest code of the verdict most bins have, of two with as many the worse. */
    private static int majority(int[] counts) {
        int best = -1;
        int most = 0;
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0 && (best < 0 || verdict(number) != verdict(best))) {
                int bins = with(verdict(number), counts);
                if (bins > most || (bins == most && rank(verdict(number)) > rank(verdict(best)))) {
                    best = number;
                    most = bins;
                }
            }
        }
        return best;
    }

    private static int with(Verdict verdict, int[] counts) {
        int bins = 0;
        for (int number = 0; number < counts.length; number++) {
            bins += verdict(number) == verdict ? counts[number] : 0;
        }
        return bins;
    }

    private static Verdict verdict(int number) {
        return CODES.get(number).verdict();
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> 3;
            case RETEST -> 2;
            case TOO_FEW, UNDECIDED, NOT_MEASURED -> 1;
            case PASS -> 0;
        };
    }

    /** Bit n = some bin fails for the operator in slot n. */
    private long failing(List<Cut> run, int row) {
        long bits = 0;
        for (Cut cut : run) {
            long packed = cut.verdicts(row);
            for (int slot = 0; packed != 0 && slot < operators; slot++) {
                bits |= verdict(MapCode.number(packed, slot * MapCode.BITS)) == Verdict.FAIL ? 1L << slot : 0;
            }
        }
        return bits;
    }
}
