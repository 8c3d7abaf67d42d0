package org.signalup.ledger.internal.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.ledger.Place;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.cell.Numbers;
import org.signalup.ledger.internal.table.Cells;
import org.signalup.ledger.internal.table.Headings;
import org.signalup.ledger.internal.table.Table;
import org.signalup.ledger.internal.table.TableView;
import org.signalup.standards.Scenario;

/** Reads places. */
public final class PlaceRows {
    private static final List<String> REQUIRED = List.of("place_id", "scenario", "lon", "lat", "crs");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Vocabulary vocabulary;
    private final Findings findings;
    private final Positions positions = new Positions();
    private final Map<String, Long> firstLines = new HashMap<>();

    public PlaceRows(Vocabulary vocabulary, Findings findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    /**
     * A place with the line it stands on.
     *
     * @param version what the row says of the state it was exported from, empty when it does not
     */
    public record PlaceRow(Place place, String file, long line, Optional<String> version) {}

    public List<PlaceRow> read(Table table) {
        TableView view = TableView.of(table, Headings.withVersion(Headings.PLACES), REQUIRED, findings);
        List<PlaceRow> places = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Cells cells = view.cells(row, findings);
            int before = findings.errorCount();
            Optional<String> id = cells.requiredId("place_id");
            id.ifPresent(text -> unique(cells, text));
            Optional<Place> place = place(cells, id.orElse("?"), view);
            if (findings.errorCount() == before && place.isPresent()) {
                places.add(new PlaceRow(place.get(), table.file(), row.line(), cells.text("version")));
            }
        }
        return places;
    }

    /** Every id of the file, also of rows that were refused for something else. */
    public boolean known(String id) {
        return firstLines.containsKey(id);
    }

    private void unique(Cells cells, String id) {
        Long first = firstLines.putIfAbsent(id, cells.line());
        if (first != null) {
            cells.error("place_id", "ID_TWICE", "编号重复，第 " + first + " 行已有", "the id is already on line " + first);
        }
    }

    private Optional<Place> place(Cells row, String id, TableView view) {
        Optional<Scenario> scenario = vocabulary.scenario(row);
        List<String> operators = vocabulary.operators(row);
        Optional<Located> located = view.has("crs") ? positions.read(row) : Optional.empty();
        if (view.has("crs") && row.text("lon").isEmpty() && row.text("lat").isEmpty()) {
            row.error(
                    "lon", "POSITION_MISSING", "场所没有坐标（应为：经度、纬度）", "the place has no position (expected: lon and lat)");
        }
        Optional<Integer> year = year(row);
        Optional<LocalDate> done = row.date("reported_done");
        if (scenario.isEmpty() || located.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Place(
                id,
                row.text("name").orElse(id),
                scenario.get().code(),
                vocabulary.category(row, scenario.get()),
                row.text("division_code").orElse(""),
                located.get().position(),
                located.get().original(),
                row.text("address").orElse(""),
                row.text("owner").orElse(""),
                row.text("department").orElse(""),
                year,
                operators,
                done));
    }

    private static Optional<Integer> year(Cells row) {
        Optional<String> text = row.text("target_year");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble year = Numbers.parse(text.get().replaceFirst("年$", ""));
        boolean valid = year.isPresent()
                && year.getAsDouble() == Math.rint(year.getAsDouble())
                && year.getAsDouble() >= FIRST_YEAR
                && year.getAsDouble() <= LAST_YEAR;
        if (!valid) {
            row.error("target_year", "YEAR_INVALID", "年份看不懂（应为：如 2025）", "is no year (expected: for example 2025)");
            return Optional.empty();
        }
        return Optional.of((int) year.getAsDouble());
    }
}
