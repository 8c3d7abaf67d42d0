package org.signalup.ledger.internal.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.ledger.Instrument;
import org.signalup.ledger.LedgerRows;
import org.signalup.ledger.LedgerRows.Columns;
import org.signalup.ledger.LedgerRows.Known;
import org.signalup.ledger.LedgerRows.Row;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.ledger.StatedLine;
import org.signalup.ledger.StatedPoint;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.check.LineChecks;
import org.signalup.ledger.internal.check.PointChecks;
import org.signalup.ledger.internal.read.InstrumentRows.InstrumentRow;
import org.signalup.ledger.internal.read.KeyPointRows.PointRow;
import org.signalup.ledger.internal.read.LineFeatures.LineRow;
import org.signalup.ledger.internal.read.PlaceRows.PlaceRow;
import org.signalup.ledger.internal.table.Heading;
import org.signalup.ledger.internal.table.Headings;
import org.signalup.ledger.internal.table.Table;
import org.signalup.ledger.internal.table.TableFiles;
import org.signalup.standards.Programme;

/** One reading of rows: all are read and checked together, then what was found is sorted out by row. */
public final class RowReading {
    private static final String STATED = "—";

    private final Findings findings = new Findings();
    private final Known known;
    private final PlaceRows placeRows;
    private final KeyPointRows pointRows;
    private final LineFeatures lineFeatures;

    public RowReading(Programme programme, Known known) {
        Vocabulary vocabulary = new Vocabulary(programme);
        this.known = known;
        this.placeRows = new PlaceRows(vocabulary, findings);
        this.pointRows = new KeyPointRows(vocabulary, findings);
        this.lineFeatures = new LineFeatures(vocabulary, findings);
    }

    public LedgerRows folder(Path dir) {
        Optional<Table> places = table(dir, "places");
        Optional<Table> points = table(dir, "keypoints");
        Optional<Path> lines = Stream.of("lines.geojson", "lines.geojson.gz")
                .map(dir::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
        return read(places, points, lines.map(lineFeatures::read).orElse(List.of()), table(dir, "instruments"));
    }

    public LedgerRows rows(Columns columns, List<Map<String, String>> rows) {
        List<String> names = columns(columns).stream().map(Heading::code).toList();
        List<Table.Row> cells = new ArrayList<>();
        for (Map<String, String> row : rows) {
            cells.add(new Table.Row(
                    cells.size() + 1L,
                    names.stream().map(name -> row.getOrDefault(name, "")).toList()));
        }
        Optional<Table> table = Optional.of(new Table(STATED, names, cells, false));
        return read(
                table.filter(any -> columns == Columns.PLACES),
                table.filter(any -> columns == Columns.KEY_POINTS),
                List.of(),
                table.filter(any -> columns == Columns.INSTRUMENTS));
    }

    public LedgerRows lines(String geojson) {
        return read(Optional.empty(), Optional.empty(), lineFeatures.parse(STATED, geojson), Optional.empty());
    }

    private Optional<Table> table(Path dir, String base) {
        return TableFiles.find(dir, base, findings).flatMap(path -> TableFiles.read(path, findings));
    }

    private LedgerRows read(
            Optional<Table> placeTable,
            Optional<Table> pointTable,
            List<LineRow> lines,
            Optional<Table> instrumentTable) {
        List<PlaceRow> places = placeTable.map(placeRows::read).orElse(List.of());
        List<PointRow> points = pointTable.map(pointRows::read).orElse(List.of());
        List<InstrumentRow> instruments =
                instrumentTable.map(new InstrumentRows(findings)::read).orElse(List.of());
        checkTogether(places, points, lines);
        Found found = new Found(findings);
        List<Row<Place>> placeList = places.stream()
                .map(row -> found.row(row.file(), row.line(), row.place(), row.version()))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Row<StatedPoint>> pointList = new ArrayList<>();
        for (PointRow row : points) {
            StatedPoint point = new StatedPoint(row.point(), row.located().map(Located::original));
            pointList.add(found.row(
                    row.cells().spot("").file(),
                    row.cells().line(),
                    point,
                    row.cells().text("version")));
        }
        List<Row<StatedLine>> lineList = new ArrayList<>();
        for (LineRow row : lines) {
            StatedLine line =
                    new StatedLine(row.line(), row.crs(), row.feature().toString());
            lineList.add(found.feature(row.spot(), line));
        }
        List<Row<Instrument>> instrumentList = instruments.stream()
                .map(row -> found.row(row.file(), row.line(), row.instrument(), row.version()))
                .collect(Collectors.toCollection(ArrayList::new));
        instrumentTable.ifPresent(table -> found.addRefused(table.file(), instrumentList));
        placeTable.ifPresent(table -> found.addRefused(table.file(), placeList));
        pointTable.ifPresent(table -> found.addRefused(table.file(), pointList));
        found.addRefusedFeatures(lineList);
        return new LedgerRows(placeList, pointList, lineList, instrumentList, found.refused(), found.notes());
    }

    private void checkTogether(List<PlaceRow> places, List<PointRow> points, List<LineRow> lines) {
        Map<String, Place> placesById =
                new HashMap<>(known.places(named(points, row -> row.point().placeId())));
        places.forEach(row -> placesById.put(row.place().id(), row.place()));
        Map<String, Line> linesById =
                new HashMap<>(known.lines(named(points, row -> row.point().lineId())));
        lines.forEach(row -> linesById.put(row.line().id(), row.line()));
        new PointChecks(placesById, linesById, placesById::containsKey, linesById::containsKey).check(points);
        LineChecks.check(lines, findings);
    }

    private static Set<String> named(List<PointRow> points, Function<PointRow, Optional<String>> owner) {
        return points.stream().flatMap(row -> owner.apply(row).stream()).collect(Collectors.toSet());
    }

    private static List<Heading> columns(Columns columns) {
        return switch (columns) {
            case PLACES -> Headings.PLACES;
            case KEY_POINTS -> Headings.KEY_POINTS;
            case INSTRUMENTS -> Headings.INSTRUMENTS;
        };
    }

    public static List<String> names(Columns columns) {
        return columns(columns).stream().map(Heading::code).toList();
    }

    public static String heading(Columns columns, String name) {
        return columns(columns).stream()
                .filter(heading -> heading.code().equals(name))
                .map(Heading::zh)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such column: " + name));
    }

    /** What was found, by the row it is about. */
    private static final class Found {
        private final Map<String, List<Problem>> errors;
        private final Map<String, List<Problem>> warnings;

        Found(Findings findings) {
            this.errors = byRow(findings.errors());
            this.warnings = byRow(findings.warnings());
        }

        private static Map<String, List<Problem>> byRow(List<Problem> problems) {
            Map<String, List<Problem>> byRow = new LinkedHashMap<>();
            problems.forEach(problem -> byRow.computeIfAbsent(key(problem), any -> new ArrayList<>())
                    .add(problem));
            return byRow;
        }

        /** Features may stand on one line: they are told apart by the index their columns begin with. */
        private static String key(Problem problem) {
            if (problem.column().startsWith("features[")) {
                return feature(problem.file(), problem.column());
            }
            boolean wholeFile =
                    problem.row() == 0 || (problem.row() == 1 && !problem.file().equals(STATED));
            return wholeFile ? "" : problem.file() + ":" + problem.row();
        }

        private static String feature(String file, String column) {
            return file + ":" + column.substring(0, column.indexOf(']') + 1);
        }

        <T> Row<T> row(String file, long line, T value, Optional<String> version) {
            String key = file + ":" + line;
            List<Problem> wrong = take(errors, key);
            return new Row<>(
                    file,
                    line,
                    wrong.isEmpty() ? Optional.of(value) : Optional.empty(),
                    version.filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf),
                    wrong,
                    take(warnings, key));
        }

        Row<StatedLine> feature(Findings.Spot spot, StatedLine line) {
            String key = feature(spot.file(), spot.column());
            List<Problem> wrong = take(errors, key);
            Optional<StatedLine> value = wrong.isEmpty() ? Optional.of(line) : Optional.empty();
            return new Row<>(spot.file(), spot.row(), value, Optional.empty(), wrong, take(warnings, key));
        }

        private static List<Problem> take(Map<String, List<Problem>> from, String key) {
            List<Problem> taken = from.remove(key);
            return taken == null ? List.of() : taken;
        }

        /** Rows of a file that left nothing but their problems. */
        <T> void addRefused(String file, List<Row<T>> rows) {
            refusedRows(key -> key.startsWith(file + ":"), rows);
            rows.sort(Comparator.comparingLong(Row::line));
        }

        void addRefusedFeatures(List<Row<StatedLine>> rows) {
            refusedRows(key -> key.contains(":features["), rows);
        }

        private <T> void refusedRows(Predicate<String> belongs, List<Row<T>> rows) {
            for (String key : errors.keySet().stream().filter(belongs).toList()) {
                List<Problem> wrong = take(errors, key);
                Problem first = wrong.get(0);
                rows.add(new Row<>(
                        first.file(), first.row(), Optional.empty(), Optional.empty(), wrong, take(warnings, key)));
            }
        }

        List<Problem> refused() {
            return rest(errors);
        }

        List<Problem> notes() {
            return rest(warnings);
        }

        private static List<Problem> rest(Map<String, List<Problem>> left) {
            return left.values().stream().flatMap(List::stream).toList();
        }
    }
}
