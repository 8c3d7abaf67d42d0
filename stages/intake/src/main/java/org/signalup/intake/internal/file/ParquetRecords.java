package org.signalup.intake.internal.file;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.signalup.domain.Text;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.intake.RefusalCode;

/** A Parquet file as records: its column names as header, then every row as text. */
public final class ParquetRecords implements RecordSource {
    private static final String DATASET = "intake_parquet";
    /** The unit separator of ASCII, which no text should have; where one has, a blank takes its place. */
    private static final byte SEPARATOR = 31;

    private static final String CHARACTER = "CHR(" + SEPARATOR + ")";

    private final Engine engine;
    private final InputFile file;

    public ParquetRecords(Engine engine, InputFile file) {
        this.engine = engine;
        this.file = file;
    }

    @Override
    public void forEach(Predicate<FileRecord> handler) throws IOException {
        List<Column> columns = attach();
        RecordBuilder builder = new RecordBuilder().begin(1);
        columns.forEach(column -> builder.add(column.name()));
        if (!handler.test(builder.end())) {
            engine.drop(DATASET);
            return;
        }
        AtomicLong line = new AtomicLong(1);
        AtomicBoolean more = new AtomicBoolean(true);
        engine.forEach("SELECT " + wholeRow(columns) + " FROM " + DATASET, row -> {
            FileRecord record = builder.begin(line.incrementAndGet()).split(row.text(0), SEPARATOR);
            more.set(more.get() && handler.test(record));
        });
        engine.drop(DATASET);
    }

    /** All cells of a row as one text: an engine hands over a text a row several times quicker than a text a cell. */
    private static String wholeRow(List<Column> columns) {
        return columns.stream().map(ParquetRecords::cell).collect(Collectors.joining(" || " + CHARACTER + " || "));
    }

    private static String cell(Column column) {
        String text = "CAST(\"" + column.name().replace("\"", "\"\"") + "\" AS VARCHAR)";
        String clean = column.type() == Column.Type.VARCHAR ? "REPLACE(" + text + ", " + CHARACTER + ", ' ')" : text;
        return "COALESCE(" + clean + ", '')";
    }

    // An engine tells a damaged file by whatever exception its driver has.
    private List<Column> attach() {
        try {
            engine.attach(DATASET, List.of(file.path()));
            return engine.columns(DATASET);
        } catch (RuntimeException e) {
            throw new FileRefusal(RefusalCode.PARQUET_BROKEN, Text.same(String.valueOf(e.getMessage())));
        }
    }
}
