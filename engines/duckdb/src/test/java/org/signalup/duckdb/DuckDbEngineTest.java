package org.signalup.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.engine.Column;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;

class DuckDbEngineTest {
    private static final Schema SCHEMA = Schema.of("thing")
            .with(Column.Type.INT, "a")
            .with(Column.Type.BIGINT, "b")
            .with(Column.Type.DOUBLE, "c")
            .with(Column.Type.BOOLEAN, "d")
            .with(Column.Type.VARCHAR, "e")
            .build();

    @TempDir
    Path folder;

    private DuckDbEngine engine;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(2, "500MB", folder.resolve("spill"));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void write() {
        try (TableWriter writer = engine.create(SCHEMA)) {
            writer.put(1).put(2L).put(0.5).put(true).put("四").endRow();
            writer.putNull().putNull().putNull().putNull().put((String) null).endRow();
        }
    }

    @Test
    void rowsWrittenAreReadBackWithTheirNulls() {
        write();
        assertThat(engine.list(
                        "SELECT a, b, c, d, e FROM thing ORDER BY a",
                        row -> row.isNull(0)
                                ? "null " + row.text(4)
                                : row.getInt(0) + " " + row.getLong(1) + " " + row.getDouble(2) + " "
                                        + row.getBoolean(3) + " " + row.text(4)))
                .containsExactly("1 2 0.5 true 四", "null null");
        assertThat(engine.columns("thing")).isEqualTo(SCHEMA.columns());
    }

    @Test
    void aDatasetMayReplaceItselfFromItsOwnRows() {
        write();
        engine.materialise("thing", "SELECT a FROM thing WHERE a = 1");
        engine.define("twice", "SELECT a FROM thing UNION ALL SELECT a FROM thing");
        assertThat(engine.count("twice")).isEqualTo(2);
        engine.define("thing2", "SELECT 1 AS x");
        engine.drop("thing2");
        engine.drop("thing2");
    }

    @Test
    void exportedFilesAttachAsOneDatasetAndLeaveNoTornFile() throws Exception {
        write();
        Path first = folder.resolve("it's one.parquet");
        engine.export("SELECT * FROM thing", first);
        engine.export("SELECT a + 1 AS a, e FROM thing WHERE a = 1", folder.resolve("two.parquet"));
        engine.attach("parts", List.of(first, folder.resolve("two.parquet")));
        assertThat(engine.number("SELECT CAST(SUM(a) AS BIGINT) FROM parts")).isEqualTo(3);
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void aResultStreamsWhileItsHandlerWritesAnotherDataset() {
        engine.materialise("many", "SELECT range AS i FROM range(300000)");
        long[] seen = {0};
        try (TableWriter writer =
                engine.create(Schema.of("copy").with(Column.Type.BIGINT, "i").build())) {
            engine.forEach("SELECT i FROM many ORDER BY i", row -> {
                assertThat(row.getLong(0)).isEqualTo(seen[0]++);
                writer.put(row.getLong(0)).endRow();
            });
        }
        assertThat(engine.count("copy")).isEqualTo(300_000);
    }

    @Test
    void numbersOfEveryWidthAreReadAsAskedFor() {
        String row =
                "CAST(7 AS TINYINT), CAST(-7 AS SMALLINT), CAST(7 AS BIGINT), CAST(7 AS HUGEINT), CAST(7 AS UTINYINT),"
                        + " CAST(7.5 AS FLOAT), 7.5, SUM(7)";
        assertThat(engine.list(
                        "SELECT " + row,
                        read -> read.getInt(0)
                                + read.getLong(1)
                                + read.getInt(2)
                                + read.getLong(3)
                                + read.getInt(4)
                                + read.getDouble(5)
                                + read.getDouble(6)
                                + read.getLong(7)))
                .containsExactly(7.0 - 7 + 7 + 7 + 7 + 7.5 + 7.5 + 7);
        assertThat(engine.list("SELECT " + row, read -> read.text(1) + read.text(3) + read.text(5) + read.text(6)))
                .containsExactly("-777.57.5");
    }

    @Test
    void aRowOfTheWrongShapeIsRefused() {
        try (TableWriter writer = engine.create(SCHEMA)) {
            assertThatThrownBy(writer::endRow).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> writer.put("one")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> writer.put(1L << 40)).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void nothingIsLeftOfTablesWrittenOrBegun() throws Exception {
        write();
        engine.create(SCHEMA.named("begun")).put(1);
        engine.close();
        try (var files = Files.list(folder.resolve("spill"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFailureNamesTheStatementAndTheEngineGoesOn() {
        assertThatThrownBy(() -> engine.number("SELECT nothing FROM nowhere"))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("nowhere");
        assertThat(engine.number("SELECT 7")).isEqualTo(7);
    }
}
