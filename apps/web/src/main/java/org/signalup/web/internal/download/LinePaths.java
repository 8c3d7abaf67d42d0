package org.signalup.web.internal.download;

import java.util.ArrayList;
import java.util.List;
import org.signalup.evaluate.ResultTables;
import org.signalup.geo.GeoPoint;
import org.signalup.publish.Shape;

/** Lines as they were cut: through the ends of their bins, part by part. Keeps the line asked for last. */
final class LinePaths {
    private record Piece(int part, double fromM, double toM, GeoPoint from, GeoPoint to) {}

    private final ResultTables tables;
    private String lineId = "";
    private List<Piece> pieces = List.of();

    LinePaths(ResultTables tables) {
        this.tables = tables;
    }

    /** The bins of a line that reach between two chainages. */
    Shape of(String line, double fromM, double toM) {
        if (!line.equals(lineId)) {
            pieces = read(line);
            lineId = line;
        }
        List<List<GeoPoint>> paths = new ArrayList<>();
        Piece before = null;
        for (Piece piece : pieces) {
            if (piece.toM() <= fromM || piece.fromM() >= toM) {
                continue;
            }
            if (before == null || before.part() != piece.part()) {
                paths.add(new ArrayList<>(List.of(piece.from())));
            }
            paths.get(paths.size() - 1).add(piece.to());
            before = piece;
        }
        return new Shape(paths);
    }

    private List<Piece> read(String line) {
        return tables.list(
                "SELECT part, from_m, to_m, from_lon, from_lat, to_lon, to_lat FROM ledger_bin WHERE line_id = ? ORDER BY bin",
                row -> new Piece(
                        row.getInt(0),
                        row.getDouble(1),
                        row.getDouble(2),
                        new GeoPoint(row.getDouble(3), row.getDouble(4)),
                        new GeoPoint(row.getDouble(5), row.getDouble(6))),
                line);
    }
}
