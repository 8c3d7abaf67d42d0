package org.signalup.web.internal.download;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.engine.Column;
import org.signalup.engine.Row;
import org.signalup.geo.GeoPoint;
import org.signalup.publish.FileFormat;
import org.signalup.publish.Headings;
import org.signalup.publish.Shape;
import org.signalup.publish.TableFile;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.download.DownloadTable.Lies;
import org.signalup.web.internal.site.SqlWhere;

/** The rows of a table on their way into a file, with names from the ledger and where they lie. */
final class TableRows {
    private final OpenEvaluation evaluation;
    private final DownloadTable table;
    private final SqlWhere where;
    private final List<Column> own;
    private final List<String> added;
    private final List<TableFile.Column> columns;
    private final LinePaths paths;

    TableRows(OpenEvaluation evaluation, DownloadTable table, SqlWhere where) {
        this.evaluation = evaluation;
        this.table = table;
        this.where = where;
        this.own = evaluation.tables().columns(table.code());
        this.added = table.ledgerColumns();
        this.columns = columns();
        this.paths = new LinePaths(evaluation.tables());
    }

    void write(FileFormat format, Language language, OutputStream out) throws IOException {
        try (TableFile file = TableFile.open(format, about(language), columns, out)) {
            evaluation.tables().forEach(sql(), row -> write(row, file), where.values());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Some rows, by column name; a value there is none of is null. */
    List<Map<String, Object>> some(long offset, int limit) {
        return evaluation.tables().list(sql() + " LIMIT " + limit + " OFFSET " + offset, this::named, where.values());
    }

    private Map<String, Object> named(Row row) {
        Map<String, Object> named = new LinkedHashMap<>();
        List<Object> values = values(row);
        for (int cell = 0; cell < values.size(); cell++) {
            named.put(columns.get(cell).code(), values.get(cell));
        }
        return named;
    }

    private void write(Row row, TableFile file) {
        try {
            file.row(values(row), shape(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sql() {
        List<String> select = new ArrayList<>();
        own.forEach(column -> select.add(table.alias() + "." + column.name()));
        select.addAll(added);
        select.addAll(table.lies().columns());
        return "SELECT " + String.join(", ", select) + " FROM " + table.from() + where.sql() + " ORDER BY "
                + table.order();
    }

    private TableFile.About about(Language language) {
        List<Text> notes = new ArrayList<>();
        notes.add(Text.of("评测批次 " + evaluation.id(), "evaluation " + evaluation.id()));
        notes.add(evaluation.standard().name());
        evaluation.summary().asOf().ifPresent(day -> notes.add(Text.of("截至 " + day, "as of " + day)));
        if (!evaluation.attribution().isEmpty()) {
            notes.add(Text.same(evaluation.attribution()));
        }
        if (evaluation.summary().simulated()) {
            notes.add(Text.of(
                    "模拟数据：仅作示意，不反映任何网络的真实情况",
                    "simulated data: an illustration that says nothing about any real network"));
        }
        Optional<String> verdict =
                own.stream().map(Column::name).filter("verdict"::equals).findFirst();
        return new TableFile.About("signalup-" + table.code(), table.title(), notes, verdict, language);
    }

    private List<TableFile.Column> columns() {
        List<TableFile.Column> columns = new ArrayList<>();
        own.forEach(column -> columns.add(column(column.name(), type(column.type()))));
        for (String expression : added) {
            String name = expression.replaceFirst("^.*( AS |\\.)", "");
            columns.add(column(name, name.endsWith("_m") ? TableFile.Type.DECIMAL : TableFile.Type.TEXT));
        }
        if (table.lies() == Lies.AT_A_POSITION) {
            columns.add(column("lon", TableFile.Type.DECIMAL));
            columns.add(column("lat", TableFile.Type.DECIMAL));
        }
        if (evaluation.summary().simulated()) {
            columns.add(column("data", TableFile.Type.TEXT));
        }
        return columns;
    }

    private static TableFile.Column column(String name, TableFile.Type type) {
        return new TableFile.Column(name, Headings.of(name), type);
    }

    private static TableFile.Type type(Column.Type type) {
        return switch (type) {
            case INT, BIGINT -> TableFile.Type.INTEGER;
            case DOUBLE -> TableFile.Type.DECIMAL;
            case BOOLEAN, VARCHAR -> TableFile.Type.TEXT;
        };
    }

    private List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        int cells = own.size() + added.size() + (table.lies() == Lies.AT_A_POSITION ? 2 : 0);
        for (int cell = 0; cell < cells; cell++) {
            values.add(value(row, cell, columns.get(cell).type()));
        }
        if (evaluation.summary().simulated()) {
            values.add(evaluation.rowLabel());
        }
        return values;
    }

    private static Object value(Row row, int cell, TableFile.Type type) {
        if (row.isNull(cell)) {
            return null;
        }
        return switch (type) {
            case TEXT -> row.text(cell);
            case INTEGER -> row.getLong(cell);
            case DECIMAL -> row.getDouble(cell);
        };
    }

    private Shape shape(Row row) {
        int first = own.size() + added.size();
        return switch (table.lies()) {
            case NOWHERE -> Shape.NONE;
            case AT_A_POSITION -> row.isNull(first) ? Shape.NONE : Shape.point(position(row, first));
            case BETWEEN_TWO_POSITIONS -> Shape.line(List.of(position(row, first), position(row, first + 2)));
            case ALONG_ITS_LINE -> along(row);
        };
    }

    private Shape along(Row row) {
        String line = row.text(0);
        if (table == DownloadTable.LINES) {
            return paths.of(line, 0, Double.MAX_VALUE);
        }
        int fromM = own.size() + added.size() - 2;
        return paths.of(line, row.getDouble(fromM), row.getDouble(fromM + 1));
    }

    private static GeoPoint position(Row row, int column) {
        return new GeoPoint(row.getDouble(column), row.getDouble(column + 1));
    }
}
