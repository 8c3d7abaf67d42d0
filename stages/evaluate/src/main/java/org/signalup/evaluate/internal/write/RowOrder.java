package org.signalup.evaluate.internal.write;

import java.util.Comparator;
import java.util.List;
import org.signalup.domain.TextOrder;

/**
 * The order of the rows of a contract file: texts by code points, RATs as ANY, 4G, 5G, numbers by value, a missing cell behind all
 * others. Its first columns name an object.
 */
final class RowOrder implements Comparator<CellRow> {
    private static final List<String> RATS = List.of("ANY", "4G", "5G");

    private final int[] objectColumns;
    private final List<Comparator<CellRow>> rest;

    /**
     * @param columns names of all columns
     * @param object one or two columns, texts that are never missing, that name the object of a row
     * @param rest columns that order the rows of an object
     */
    RowOrder(List<String> columns, List<Cell> cells, List<String> object, List<String> rest) {
        this.objectColumns = object.stream().mapToInt(columns::indexOf).toArray();
        this.rest = rest.stream().map(name -> by(name, columns, cells)).toList();
    }

    private static Comparator<CellRow> by(String name, List<String> columns, List<Cell> cells) {
        int column = columns.indexOf(name);
        Comparator<CellRow> values;
        if (name.equals("rat")) {
            values = Comparator.comparingInt(row -> RATS.indexOf(row.text(column)));
        } else if (cells.get(column) == Cell.TEXT) {
            values = Comparator.comparing(row -> row.text(column), TextOrder.CODE_POINTS);
        } else {
            values = Comparator.comparingLong(row -> row.count(column));
        }
        return (one, other) -> one.isMissing(column) || other.isMissing(column)
                ? Boolean.compare(one.isMissing(column), other.isMissing(column))
                : values.compare(one, other);
    }

    String object(CellRow row) {
        return row.text(objectColumns[0]);
    }

    /** The second part of the name of the object, where it has two. */
    String within(CellRow row) {
        return objectColumns.length > 1 ? row.text(objectColumns[1]) : "";
    }

    /** Of rows of one object. */
    @Override
    public int compare(CellRow one, CellRow other) {
        int order = 0;
        for (int i = 0; order == 0 && i < rest.size(); i++) {
            order = rest.get(i).compare(one, other);
        }
        return order;
    }

    boolean holdsFor(List<CellRow> rows) {
        for (int i = 1; i < rows.size(); i++) {
            if (compare(rows.get(i - 1), rows.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }
}
