package org.signalup.intake.internal.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.signalup.domain.Text;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineFailure;
import org.signalup.intake.RefusalCode;

/** A Parquet file as records: its column names as header, then every row as text. */
public final class ParquetRecords implements RecordSource {
    private static final String DATASET = "intake_parquet";

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
        String cells = columns.stream().map(ParquetRecords::cell).collect(Collectors.joining(", "));
        AtomicLong line = new AtomicLong(1);
        AtomicBoolean more = new AtomicBoolean(true);
        try {
            engine.forEach("SELECT " + cells + " FROM " + DATASET, row -> {
                builder.begin(line.incrementAndGet());
                for (int i = 0; i < columns.size(); i++) {
                    builder.add(plain(row.text(i), columns.get(i).type()));
                }
                more.set(more.get() && handler.test(builder.end()));
            });
        } catch (EngineFailure e) {
            throw broken(e);
        }
        engine.drop(DATASET);
    }

    /** Numbers as they are: every engine writes a large or a small one its own way. */
    private static String cell(Column column) {
        String name = "\"" + column.name().replace("\"", "\"\"") + "\"";
        return column.type() == Column.Type.VARCHAR ? "CAST(" + name + " AS STRING)" : name;
    }

    /** Without an exponent, for what reads as a number may be the number of a device. */
    private static String plain(String text, Column.Type type) {
        return type == Column.Type.DOUBLE && text != null && text.indexOf('E') >= 0
                ? new BigDecimal(text).toPlainString()
                : text;
    }

    // An engine tells a damaged file by whatever exception its driver has.
    private List<Column> attach() {
        try {
            engine.attach(DATASET, List.of(file.path()));
            return engine.columns(DATASET);
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    /** By the name people know it by: where it lies here is nobody's business. */
    private FileRefusal broken(RuntimeException failure) {
        String said = EngineFailure.said(failure).replace(file.path().toString(), file.name());
        return new FileRefusal(RefusalCode.PARQUET_BROKEN, Text.same(said));
    }
}
