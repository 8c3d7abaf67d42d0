package org.signalup.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.signalup.engine.Column;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;

/** Rows into a Parquet file of the work folder, a group at a time: no more than a group is held in memory. */
final class ParquetTableWriter implements TableWriter {
    private static final long GROUP_BYTES = 16L << 20;

    private final ParquetWriter<Object[]> writer;
    private final Object[] row;
    private final Runnable publish;
    private int column;
    private boolean closed;

    /** @param publish what to do when the file is whole */
    ParquetTableWriter(Schema schema, Path file, Runnable publish) {
        this.publish = publish;
        row = new Object[schema.columns().size()];
        try {
            Files.createDirectories(file.getParent());
            writer = new Builder(new LocalOutputFile(file), schema.columns())
                    .withConf(new PlainParquetConfiguration())
                    .withCompressionCodec(CompressionCodecName.SNAPPY)
                    .withRowGroupSize(GROUP_BYTES)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public TableWriter put(int value) {
        return cell(value);
    }

    @Override
    public TableWriter put(long value) {
        return cell(value);
    }

    @Override
    public TableWriter put(double value) {
        return cell(value);
    }

    @Override
    public TableWriter put(boolean value) {
        return cell(value);
    }

    @Override
    public TableWriter put(String value) {
        return cell(value);
    }

    @Override
    public TableWriter putNull() {
        return cell(null);
    }

    private TableWriter cell(Object value) {
        row[column++] = value;
        return this;
    }

    @Override
    public void endRow() {
        if (column != row.length) {
            throw new IllegalStateException("cells: " + column + " (expected: " + row.length + ")");
        }
        column = 0;
        try {
            writer.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        publish.run();
    }

    private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
        private final List<Column> columns;

        Builder(OutputFile file, List<Column> columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract, so it has to be there
        protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
            return new Rows(columns);
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration configuration) {
            return new Rows(columns);
        }
    }

    private static final class Rows extends WriteSupport<Object[]> {
        private final List<Column> columns;
        private RecordConsumer out;

        Rows(List<Column> columns) {
            this.columns = columns;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract, so it has to be there
        public WriteContext init(Configuration configuration) {
            return new WriteContext(SparkTypes.message(columns), Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(SparkTypes.message(columns), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            out = consumer;
        }

        @Override
        public void write(Object[] row) {
            out.startMessage();
            for (int i = 0; i < row.length; i++) {
                if (row[i] != null) {
                    Column column = columns.get(i);
                    out.startField(column.name(), i);
                    value(column.type(), row[i]);
                    out.endField(column.name(), i);
                }
            }
            out.endMessage();
        }

        private void value(Column.Type type, Object value) {
            switch (type) {
                case INT -> out.addInteger(((Number) value).intValue());
                case BIGINT -> out.addLong(((Number) value).longValue());
                case DOUBLE -> out.addDouble(((Number) value).doubleValue());
                case BOOLEAN -> out.addBoolean((Boolean) value);
                case VARCHAR -> out.addBinary(Binary.fromString((String) value));
            }
        }
    }
}
