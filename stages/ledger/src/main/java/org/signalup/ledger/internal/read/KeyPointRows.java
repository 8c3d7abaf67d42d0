package org.signalup.ledger.internal.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.signalup.domain.Floor;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.table.Cells;
import org.signalup.ledger.internal.table.Headings;
import org.signalup.ledger.internal.table.Table;
import org.signalup.ledger.internal.table.TableView;
import org.signalup.standards.PointKind;

/** Reads key points. Whether their places and lines exist is checked later, when all files are read. */
public final class KeyPointRows {
    /** A point is a spot, the largest one an offshore area; metres under a heading in kilometres are the usual mistake. */
    private static final double MOST_RADIUS_M = 5_000;

    private static final List<String> REQUIRED = List.of("point_id", "kind");

    private final Vocabulary vocabulary;
    private final Findings findings;
    private final Positions positions = new Positions();
    private final Map<String, Long> firstLines = new HashMap<>();

    public KeyPointRows(Vocabulary vocabulary, Findings findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    /**
     * A key point with where it stands and what its position was in the file.
     *
     * @param cells the row, for problems found later
     * @param sound false when the row has problems of its own; then only its references are worth checking
     */
    public record PointRow(KeyPoint point, Optional<Located> located, Cells cells, boolean sound) {}

    public List<PointRow> read(Table table) {
        TableView view = TableView.of(table, Headings.withVersion(Headings.KEY_POINTS), REQUIRED, findings);
        boolean positioned = positioned(view);
        List<PointRow> points = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Cells cells = view.cells(row, findings);
            int before = findings.errorCount();
            Optional<String> id = cells.requiredId("point_id");
            id.ifPresent(text -> unique(cells, text));
            Optional<PointKind> kind = view.has("kind") ? vocabulary.kind(cells) : Optional.empty();
            Optional<Located> located = positioned ? positions.read(cells) : Optional.empty();
            KeyPoint point = point(cells, id.orElse("?"), kind, located);
            points.add(new PointRow(point, located, cells, findings.errorCount() == before && view.has("kind")));
        }
        return points;
    }

    /** Positions without any crs column are one problem of the file, not one of each row. */
    private boolean positioned(TableView view) {
        boolean lonLat = view.has("lon") || view.has("lat");
        if (lonLat && !view.has("crs")) {
            findings.error(
                    new Findings.Spot(view.table().file(), 1, "crs", ""),
                    "COLUMN_MISSING",
                    "有坐标而没有坐标系列（应为：crs 或 坐标系）",
                    "positions without a coordinate system (expected: column crs or 坐标系)");
        }
        return lonLat && view.has("crs");
    }

    private void unique(Cells cells, String id) {
        Long first = firstLines.putIfAbsent(id, cells.line());
        if (first != null) {
            cells.error("point_id", "ID_TWICE", "编号重复，第 " + first + " 行已有", "the id is already on line " + first);
        }
    }

    private static KeyPoint point(Cells row, String id, Optional<PointKind> kind, Optional<Located> located) {
        Optional<String> place = row.id("place_id");
        Optional<String> line = row.id("line_id");
        if (row.text("place_id").isPresent() == row.text("line_id").isPresent()) {
            row.error(
                    "place_id",
                    "POINT_OWNER",
                    "点位应属于一个场所或一条线路，二者填且只填一个",
                    "a key point belongs to a place or to a line (expected: exactly one of place_id and line_id)");
        }
        Optional<KeyPoint.Range> chainage = chainage(row);
        boolean positionless = row.text("lon").isEmpty() && row.text("lat").isEmpty();
        if (line.isPresent() && positionless && row.text("chainage_from_m").isEmpty()) {
            row.error(
                    "chainage_from_m",
                    "POINT_NOWHERE",
                    "线路点位既没有坐标也没有里程（应为：二者之一）",
                    "a line's point has neither position nor chainage (expected: one of them)");
        }
        return new KeyPoint(
                id,
                place,
                line,
                row.text("name").orElse(id),
                kind.map(PointKind::code).orElse(""),
                located.map(Located::position),
                radius(row, kind),
                row.yesNo("indoor").or(() -> kind.map(PointKind::indoor)).orElse(false),
                floor(row),
                chainage,
                row.text("exempt_reason").orElse(""));
    }

    private static double radius(Cells row, Optional<PointKind> kind) {
        OptionalDouble radius = row.metres("radius_m");
        if (radius.isPresent() && !(radius.getAsDouble() > 0 && radius.getAsDouble() <= MOST_RADIUS_M)) {
            row.error(
                    "radius_m",
                    "RADIUS_INVALID",
                    "半径应大于 0、不超过 5 km；请核对表头里的单位",
                    "the radius must be more than 0 and at most 5 km; check the unit in the heading");
        }
        return radius.isPresent()
                ? radius.getAsDouble()
                : kind.map(PointKind::radiusM).orElse(0.0);
    }

    private static Optional<Integer> floor(Cells row) {
        Optional<String> text = row.text("floor");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt floor = Floor.find(text.get());
        if (floor.isEmpty()) {
            row.warn(
                    "floor",
                    "FLOOR_UNKNOWN",
                    "楼层看不懂，当作未填（应为：如 3、B1、负一层）",
                    "is no floor, taken as not stated (expected: for example 3, B1)");
            return Optional.empty();
        }
        return Optional.of(floor.getAsInt());
    }

    private static Optional<KeyPoint.Range> chainage(Cells row) {
        boolean from = row.text("chainage_from_m").isPresent();
        boolean to = row.text("chainage_to_m").isPresent();
        OptionalDouble start = row.chainage("chainage_from_m");
        OptionalDouble end = row.chainage("chainage_to_m");
        if (from != to) {
            row.error(
                    from ? "chainage_to_m" : "chainage_from_m",
                    "CHAINAGE_HALF",
                    "里程缺一半（应为：起始里程和终止里程）",
                    "half a chainage range (expected: from and to)");
        }
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        if (!(start.getAsDouble() < end.getAsDouble())) {
            row.error(
                    "chainage_to_m",
                    "CHAINAGE_ORDER",
                    "终止里程应大于起始里程 " + start.getAsDouble() + " m",
                    "must be more than the start, " + start.getAsDouble() + " m");
            return Optional.empty();
        }
        return Optional.of(new KeyPoint.Range(start.getAsDouble(), end.getAsDouble()));
    }
}
