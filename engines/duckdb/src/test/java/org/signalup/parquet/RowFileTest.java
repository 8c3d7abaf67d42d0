package org.signalup.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;

class RowFileTest {
    private static final Schema SCHEMA = Schema.of("made")
            .with(Column.Type.INT, "i")
            .with(Column.Type.BIGINT, "l")
            .with(Column.Type.DOUBLE, "d")
            .with(Column.Type.BOOLEAN, "b")
            .with(Column.Type.VARCHAR, "t")
            .build();

    @TempDir
    Path folder;

    @Test
    void aTableMadeRowByRowIsADatasetUntilItIsForgotten() throws IOException {
        try (Engine engine = DuckDbEngine.open(1, "1GB", folder)) {
            assertThat(rows(engine)).containsExactly("7 -8 2.5 true 词", "null null -3.0 null null");
            // Again under the same name: the older rows are gone.
            assertThat(rows(engine)).hasSize(2);
            assertThat(made()).as("a small table is in memory").isEmpty();
            engine.create(SCHEMA).close();
            assertThat(engine.count("made")).isZero();
            engine.drop("made");
        }
        assertThat(made()).isEmpty();
    }

    @Test
    void aLargeTableIsAFileUntilItIsForgotten() throws IOException {
        try (Engine engine = DuckDbEngine.open(1, "1GB", folder)) {
            for (int times = 1; times <= 2; times++) {
                try (TableWriter out = engine.create(SCHEMA)) {
                    for (int i = 0; i < 200_000; i++) {
                        out.put(i)
                                .put(i * 7L)
                                .put(i / 3.0)
                                .put(i % 2 == 0)
                                .put("t" + i)
                                .endRow();
                    }
                }
                assertThat(engine.number("SELECT CAST(SUM(l) AS BIGINT) FROM made"))
                        .isEqualTo(7L * 199_999 * 100_000);
                assertThat(made()).hasSize(1);
            }
            engine.drop("made");
            assertThat(made()).isEmpty();
        }
    }

    @Test
    void aFileThatStaysHasTheSameRows() throws IOException {
        Path file = folder.resolve("kept.parquet");
        put(RowFile.toKeep(file, SCHEMA));
        try (Engine engine = DuckDbEngine.open(1, "1GB", folder)) {
            engine.attach("made", List.of(file));
            assertThat(asked(engine)).containsExactly("7 -8 2.5 true 词", "null null -3.0 null null");
        }
    }

    private static List<String> rows(Engine engine) {
        put(engine.create(SCHEMA));
        return asked(engine);
    }

    private static void put(TableWriter rows) {
        try (rows) {
            rows.put(7).put(-8L).put(2.5).put(true).put("词").endRow();
            rows.putNull().putNull().put(-3).putNull().put((String) null).endRow();
        }
    }

    private static List<String> asked(Engine engine) {
        return engine.list(
                "SELECT i, l, d, b, t FROM made",
                row -> row.text(0) + " " + row.text(1) + " " + row.text(2) + " " + row.text(3) + " " + row.text(4));
    }

    @Test
    void aCellThatDoesNotFitItsColumnIsRefused() {
        RowFile file = new RowFile(folder.resolve("a.parquet"), SCHEMA, () -> {});
        assertThatThrownBy(() -> file.put("x")).hasMessageContaining("x in column 1 (expected: INT)");
        assertThatThrownBy(() -> file.put(1L << 40)).hasMessageContaining("(expected: INT)");
        assertThatThrownBy(() -> file.put(0.5)).hasMessageContaining("(expected: INT)");
        assertThatThrownBy(() -> file.put(1).put(Long.MIN_VALUE)).hasMessageContaining("column 2");
        assertThatThrownBy(file::endRow).hasMessageContaining("cells: 1 (expected: 5)");
        file.close();
    }

    /** What the engine put aside for tables. */
    private List<Path> made() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
