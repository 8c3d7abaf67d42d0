package org.signalup.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.signalup.engine.Column;
import org.signalup.engine.Schema;
import org.signalup.parquet.KnownText;
import org.signalup.parquet.ParquetFile;

/**
 * The rows of a query as Parquet files, each written by the task that works out its rows and numbered in the order of the
 * query: Spark's own writer takes several times as long for them. A file appears under its name when it is whole, so a task may be
 * done again, and twice at once.
 */
final class PartFiles {
    private PartFiles() {}

    /** @param groupRows about so many rows make a group */
    static void write(Dataset<Row> rows, Path folder, int groupRows) throws IOException {
        Files.createDirectories(folder);
        Dataset<Row> known = SparkTypes.withKnownTypes(rows);
        Part part = new Part(folder.toString(), known.schema(), groupRows);
        JavaRDD<InternalRow> tasks = known.queryExecution().toRdd().toJavaRDD();
        if (tasks.getNumPartitions() == 0) {
            part.write(0, 0, Collections.emptyIterator());
        } else {
            tasks.foreachPartition(part);
        }
    }

    /** What is sent to the tasks. */
    private static final class Part implements VoidFunction<Iterator<InternalRow>> {
        private static final long serialVersionUID = 1;

        private final String folder;
        private final StructType struct;
        private final int groupRows;

        Part(String folder, StructType struct, int groupRows) {
            this.folder = folder;
            this.struct = struct;
            this.groupRows = groupRows;
        }

        @Override
        public void call(Iterator<InternalRow> rows) throws IOException {
            TaskContext task = TaskContext.get();
            write(task.partitionId(), task.taskAttemptId(), rows);
        }

        void write(int number, long attempt, Iterator<InternalRow> rows) throws IOException {
            String name = String.format(Locale.ROOT, "part-%05d.parquet", number);
            // Hidden to readers.
            Path torn = Path.of(folder, "." + name + "-" + attempt);
            Schema schema = new Schema("part", SparkTypes.columns(struct));
            try (ParquetFile file = ParquetFile.toKeep(torn, schema, groupRows)) {
                Cells cells = new Cells(file, schema);
                while (rows.hasNext()) {
                    cells.put(rows.next());
                }
            }
            Files.move(torn, Path.of(folder, name), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Puts rows of Spark into a file. */
    private static final class Cells {
        private final ParquetFile file;
        private final Column.Type[] types;
        private final Texts[] texts;

        Cells(ParquetFile file, Schema schema) {
            this.file = file;
            this.types = schema.columns().stream().map(Column::type).toArray(Column.Type[]::new);
            this.texts = new Texts[types.length];
            for (int i = 0; i < types.length; i++) {
                texts[i] = new Texts();
            }
        }

        void put(InternalRow row) throws IOException {
            for (int i = 0; i < types.length; i++) {
                if (!row.isNullAt(i)) {
                    put(row, i);
                }
            }
            file.endRow();
        }

        private void put(InternalRow row, int column) {
            switch (types[column]) {
                case INT -> file.put(column, (long) row.getInt(column));
                case BIGINT -> file.put(column, number(row.getLong(column)));
                case DOUBLE -> file.put(column, row.getDouble(column));
                case BOOLEAN -> file.put(column, row.getBoolean(column) ? 1L : 0L);
                case VARCHAR -> texts[column].put(file, column, row.getUTF8String(column));
            }
        }
    }

    /** @throws IllegalArgumentException for the number that stands for none in our files */
    private static long number(long value) {
        if (value == ParquetFile.NULL) {
            throw new IllegalArgumentException("cell: " + value + " (expected: a larger number)");
        }
        return value;
    }

    /** The texts of a column: those that come again are turned into Java's own once. */
    private static final class Texts {
        /** A column with more different texts has hardly any that come again soon. */
        private static final int MOST = 10_000;

        private final Map<UTF8String, KnownText> known = new HashMap<>();
        private UTF8String last;
        private KnownText lastKnown;

        void put(ParquetFile file, int column, UTF8String text) {
            if (!text.equals(last)) {
                KnownText found = known.get(text);
                if (found == null && known.size() == MOST) {
                    file.put(column, text.toString());
                    return;
                }
                lastKnown = found == null ? new KnownText(text.toString()) : found;
                // Spark uses the bytes of a row again for the next one.
                last = text.clone();
                if (found == null) {
                    known.put(last, lastKnown);
                }
            }
            file.put(column, lastKnown);
        }
    }
}
