package org.signalup.evaluate.internal.write;

import java.io.IOException;
import org.signalup.parquet.ParquetFile;

/** Writes gathered rows as CSV and as Parquet at once. */
final class RowPrinter {
    private static final double MM_PER_M = 1000;

    private final ContractFile file;
    private final Cell[] cells;
    private final CsvBytes csv;
    private final ParquetFile parquet;
    /** By column, the last text and its CSV. */
    private final String[] texts;

    private final byte[][] textBytes;
    /** By number of a code, its CSV. */
    private byte[][] wordBytes = {};

    RowPrinter(ContractFile file, CsvBytes csv, ParquetFile parquet) {
        this.file = file;
        this.cells = file.cells().toArray(Cell[]::new);
        this.csv = csv;
        this.parquet = parquet;
        this.texts = new String[cells.length];
        this.textBytes = new byte[cells.length][];
    }

    void header() throws IOException {
        for (String column : file.columns()) {
            csv.bytes(CsvBytes.cell(column, false));
        }
        csv.endRow();
    }

    void print(GatheredRows row) throws IOException {
        for (int column = 0; column < cells.length; column++) {
            if (row.has(column)) {
                print(row, column);
            } else {
                csv.nothing();
            }
        }
        csv.endRow();
        parquet.endRow();
    }

    private void print(GatheredRows row, int column) throws IOException {
        switch (cells[column]) {
            case TEXT -> text(row.text(), column);
            case CODE -> code(row, column);
            case COUNT -> {
                long count = row.whole();
                csv.whole(count);
                parquet.put(column, count);
            }
            case METRES -> {
                long millimetres = row.whole();
                csv.thousandths(millimetres);
                parquet.put(column, millimetres / MM_PER_M);
            }
            case PLAIN -> {
                double number = row.number();
                csv.plain(number, cells[column].decimals());
                parquet.put(column, number);
            }
            default -> {
                double number = row.number();
                csv.decimal(number, cells[column].decimals());
                parquet.put(column, number);
            }
        }
    }

    private void text(String other, int column) throws IOException {
        if (other != null) {
            texts[column] = other;
            textBytes[column] = CsvBytes.cell(other, column == 0);
        }
        csv.bytes(textBytes[column]);
        parquet.put(column, texts[column]);
    }

    private void code(GatheredRows row, int column) throws IOException {
        if (wordBytes.length == 0) {
            wordBytes = new byte[row.words()][];
            for (int i = 0; i < wordBytes.length; i++) {
                wordBytes[i] = CsvBytes.cell(row.word(i), false);
            }
        }
        int code = row.code();
        csv.bytes(wordBytes[code]);
        parquet.put(column, row.word(code));
    }
}
