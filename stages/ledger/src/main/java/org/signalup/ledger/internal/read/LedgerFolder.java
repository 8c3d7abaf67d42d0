package org.signalup.ledger.internal.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.domain.TextOrder;
import org.signalup.ledger.Instrument;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Ledger.Division;
import org.signalup.ledger.LedgerCheck;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.Findings.Spot;
import org.signalup.ledger.internal.check.LineChecks;
import org.signalup.ledger.internal.check.PlaceChecks;
import org.signalup.ledger.internal.check.PointChecks;
import org.signalup.ledger.internal.check.ShiftWitnesses;
import org.signalup.ledger.internal.read.InstrumentRows.InstrumentRow;
import org.signalup.ledger.internal.read.KeyPointRows.PointRow;
import org.signalup.ledger.internal.read.LineFeatures.LineRow;
import org.signalup.ledger.internal.read.PlaceRows.PlaceRow;
import org.signalup.ledger.internal.table.Table;
import org.signalup.ledger.internal.table.TableFiles;
import org.signalup.standards.Programme;

/** One reading of one folder, from files to a checked ledger. */
public final class LedgerFolder {
    private static final Set<String> STEMS =
            Set.of("places", "keypoints", "lines", "divisions", "instruments", "README", "readme");

    private final Path dir;
    private final Findings findings = new Findings();
    private final PlaceRows placeRows;
    private final KeyPointRows pointRows;
    private final LineFeatures lineFeatures;
    private final FolderDigest digest = new FolderDigest();

    public LedgerFolder(Path dir, Programme programme) {
        this.dir = dir;
        Vocabulary vocabulary = new Vocabulary(programme);
        this.placeRows = new PlaceRows(vocabulary, findings);
        this.pointRows = new KeyPointRows(vocabulary, findings);
        this.lineFeatures = new LineFeatures(vocabulary, findings);
    }

    public LedgerCheck check() {
        if (!Files.isDirectory(dir)) {
            findings.error(Spot.file(dir.toString()), "LEDGER_MISSING", "没有这个台账目录", "there is no such ledger folder");
            return result(Optional.empty());
        }
        Optional<Table> placeTable = table("places");
        Optional<Table> pointTable = table("keypoints");
        Optional<Path> lineFile = geojson("lines");
        if (placeTable.isEmpty() && lineFile.isEmpty() && !findings.hasErrors()) {
            findings.error(
                    Spot.file(dir.toString()),
                    "LEDGER_EMPTY",
                    "既没有场所也没有线路（应为：places.csv/.xlsx 或 lines.geojson）",
                    "neither places nor lines (expected: places.csv/.xlsx or lines.geojson)");
        }
        List<PlaceRow> places = placeTable.map(placeRows::read).orElse(List.of());
        List<PointRow> points = pointTable.map(pointRows::read).orElse(List.of());
        List<LineRow> lines = lineFile.map(lineFeatures::read).orElse(List.of());
        List<Division> divisions = table("divisions")
                .map(table -> DivisionRows.read(table, findings))
                .orElse(List.of());
        List<InstrumentRow> instruments =
                table("instruments").map(new InstrumentRows(findings)::read).orElse(List.of());
        List<KeyPoint> checked = checkTogether(places, points, lines, divisions);
        otherFiles();
        return result(Optional.of(ledger(places, checked, lines, divisions, instruments)));
    }

    private LedgerCheck result(Optional<Ledger> ledger) {
        return new LedgerCheck(
                findings.hasErrors() ? Optional.empty() : ledger, findings.errors(), findings.warnings());
    }

    private Optional<Table> table(String base) {
        Optional<Path> file = TableFiles.find(dir, base, findings);
        file.ifPresent(digest::add);
        return file.flatMap(path -> TableFiles.read(path, findings));
    }

    private Optional<Path> geojson(String base) {
        for (String ending : List.of(".geojson", ".geojson.gz")) {
            Path file = dir.resolve(base + ending);
            if (Files.isRegularFile(file)) {
                digest.add(file);
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private List<KeyPoint> checkTogether(
            List<PlaceRow> places, List<PointRow> points, List<LineRow> lines, List<Division> divisions) {
        Map<String, Place> placesById = PlaceChecks.byId(places);
        Map<String, Line> linesById =
                lines.stream().collect(Collectors.toMap(row -> row.line().id(), LineRow::line));
        List<KeyPoint> checked =
                new PointChecks(placesById, linesById, placeRows::known, lineFeatures::known).check(points);
        LineChecks.check(lines, findings);
        ShiftWitnesses.check(places, points, lines, findings);
        Set<String> codes = divisions.stream().map(Division::code).collect(Collectors.toSet());
        PlaceChecks.divisions(places, codes, findings);
        if (!codes.isEmpty()) {
            LineChecks.divisions(lines, codes, findings);
        }
        outlines(places);
        if (!findings.hasErrors()) {
            PlaceChecks.points(places, checked, findings);
            points.stream()
                    .findFirst()
                    .ifPresent(any ->
                            PlaceChecks.exempt(checked, any.cells().spot("").file(), findings));
        }
        return checked;
    }

    private void outlines(List<PlaceRow> places) {
        Optional<Path> file = geojson("divisions");
        if (file.isPresent()) {
            PlaceChecks.outlines(places, DivisionAreas.read(file.get(), findings), findings);
        } else if (!places.isEmpty()) {
            findings.warn(
                    Spot.file("divisions.geojson"),
                    "OUTLINE_SKIPPED",
                    "没有 divisions.geojson，未核对“场所位于本行政区划内”",
                    "there is no divisions.geojson; whether places lie in their divisions was not checked");
        }
    }

    /** Files that look like ledger data but are not read: a misspelt name must not go unnoticed. */
    private void otherFiles() {
        try (Stream<Path> files = Files.list(dir)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches("(?i).*\\.(csv|xlsx?|geojson|parquet|csv\\.gz|geojson\\.gz)"))
                    .filter(name -> !digest.has(name))
                    .sorted(TextOrder.CODE_POINTS)
                    .toList();
            for (String name : names) {
                String stem = name.substring(0, name.indexOf('.'));
                String hint = STEMS.contains(stem) ? "csv, csv.gz, xlsx, geojson" : String.join(", ", stems());
                findings.warn(
                        Spot.file(name),
                        "FILE_IGNORED",
                        "没有读这个文件（应为：" + hint + "）",
                        "was not read (expected: " + hint + ")");
            }
        } catch (IOException failed) {
            findings.error(Spot.file(dir.toString()), "FILE_UNREADABLE", "目录读不了", "the folder cannot be listed");
        }
    }

    private static List<String> stems() {
        return STEMS.stream()
                .filter(stem -> !stem.equalsIgnoreCase("readme"))
                .sorted()
                .toList();
    }

    private Ledger ledger(
            List<PlaceRow> places,
            List<KeyPoint> points,
            List<LineRow> lines,
            List<Division> divisions,
            List<InstrumentRow> instruments) {
        List<Place> sortedPlaces =
                new ArrayList<>(places.stream().map(PlaceRow::place).toList());
        sortedPlaces.sort(Comparator.comparing(Place::id, TextOrder.CODE_POINTS));
        List<KeyPoint> sortedPoints = new ArrayList<>(points);
        sortedPoints.sort(Comparator.comparing(KeyPoint::id, TextOrder.CODE_POINTS));
        List<Line> sortedLines =
                new ArrayList<>(lines.stream().map(LineRow::line).toList());
        sortedLines.sort(Comparator.comparing(Line::id, TextOrder.CODE_POINTS));
        List<Instrument> sortedInstruments = new ArrayList<>(
                instruments.stream().map(InstrumentRow::instrument).toList());
        sortedInstruments.sort(Comparator.comparing(Instrument::id, TextOrder.CODE_POINTS));
        return new Ledger(
                sortedPlaces,
                sortedPoints,
                sortedLines,
                divisions,
                sortedInstruments,
                findings.warnings(),
                digest.value());
    }
}
