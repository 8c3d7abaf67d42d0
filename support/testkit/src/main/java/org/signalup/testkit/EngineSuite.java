package org.signalup.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineFailure;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;

/** What the seam promises of every engine, method by method. */
public abstract class EngineSuite {
    private static final Schema SCHEMA = Schema.of("thing")
            .with(Column.Type.INT, "a")
            .with(Column.Type.BIGINT, "b")
            .with(Column.Type.DOUBLE, "c")
            .with(Column.Type.BOOLEAN, "d")
            .with(Column.Type.VARCHAR, "e")
            .build();

    @TempDir
    protected Path folder;

    private Engine engine;

    /** A fresh engine on two threads. */
    protected abstract Engine newEngine(Path spillFolder);

    @BeforeEach
    void open() {
        engine = newEngine(folder.resolve("spill"));
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

    private void count(String name, long rows) {
        try (TableWriter writer =
                engine.create(Schema.of(name).with(Column.Type.BIGINT, "i").build())) {
            for (long i = 0; i < rows; i++) {
                writer.put(i).endRow();
            }
        }
    }

    @Test
    void rowsWrittenAreReadBackWithTheirNulls() {
        write();
        assertThat(engine.list(
                        "SELECT a, b, c, d, e FROM thing ORDER BY a NULLS LAST",
                        row -> row.isNull(0)
                                ? "null " + row.text(4)
                                : row.getInt(0) + " " + row.getLong(1) + " " + row.getDouble(2) + " "
                                        + row.getBoolean(3) + " " + row.text(4)))
                .containsExactly("1 2 0.5 true 四", "null null");
        assertThat(engine.columns("thing")).isEqualTo(SCHEMA.columns());
    }

    @Test
    void aFunctionIsCalledForEveryRowAndReplacedByOneOfItsNameOrNotOfferedAtAll() {
        if (engine.functionHeapBytes() == 0) {
            assertThatThrownBy(() -> engine.function("twice", 1, (values, rows, results) -> {}))
                    .isInstanceOf(UnsupportedOperationException.class);
            return;
        }
        count("many", 300_000);
        String sum =
                "SELECT CAST(SUM(weighed(CAST(i AS BIGINT), CAST(i % 7 AS BIGINT))) AS BIGINT) FROM many WHERE i % 3 = 1";
        assertThat(engine.knows("weighed")).isFalse();
        for (long factor = 1; factor <= 2; factor++) {
            long by = factor;
            engine.function("weighed", 2, (values, rows, results) -> {
                for (int row = 0; row < rows; row++) {
                    results[row] = by * values[0][row] + values[1][row];
                }
            });
            assertThat(engine.knows("weighed")).isTrue();
            long expected = 0;
            for (int i = 1; i < 300_000; i += 3) {
                expected += by * i + i % 7;
            }
            assertThat(engine.number(sum)).isEqualTo(expected);
        }
        assertThat(engine.list(
                        "SELECT i, weighed(CAST(i % 2 AS BIGINT), CAST(0 AS BIGINT)) FROM many WHERE i IN (20, 21) ORDER BY i",
                        row -> row.getLong(0) + " " + (row.isNull(1) ? "nothing" : row.getLong(1))))
                .as("0 is nothing")
                .containsExactly("20 nothing", "21 2");
    }

    @Test
    void aDatasetWithoutRowsHasItsColumns() {
        engine.create(SCHEMA).close();
        assertThat(engine.count("thing")).isZero();
        engine.export("SELECT * FROM thing", folder.resolve("none.parquet"));
        engine.attach("none", List.of(folder.resolve("none.parquet")));
        assertThat(engine.columns("none")).isEqualTo(SCHEMA.columns());
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
    void enginesThatShareAFolderDoNotMeet() {
        write();
        try (Engine other = newEngine(folder.resolve("spill"))) {
            try (TableWriter writer = other.create(SCHEMA)) {
                writer.put(5).put(6L).put(0.5).put(true).put("五").endRow();
            }
            assertThat(other.count("thing")).isEqualTo(1);
        }
        assertThat(engine.count("thing")).isEqualTo(2);
    }

    @Test
    void aDefinitionSeesWhatItsNamesStandForWhenItIsUsed() {
        count("source", 3);
        engine.define("seen", "SELECT i FROM source");
        count("source", 5);
        assertThat(engine.count("seen")).isEqualTo(5);
    }

    @Test
    void questionMarksTakeTheirValuesInOrder() {
        write();
        long[] seen = {0};
        engine.forEach(
                "SELECT b FROM thing WHERE e = ? AND a = ? AND d = ?",
                List.of("四", 1, true),
                row -> seen[0] += row.getLong(0));
        assertThat(seen[0]).isEqualTo(2);
    }

    @Test
    void exportedFilesAttachAsOneDatasetAndLeaveNoTornFile() throws Exception {
        write();
        Path first = folder.resolve("it's [one]*.parquet");
        engine.export("SELECT * FROM thing", first);
        engine.export("SELECT a + 1 AS a, e FROM thing WHERE a = 1", folder.resolve("two.parquet"));
        engine.attach("parts", List.of(first, folder.resolve("two.parquet")));
        assertThat(engine.number("SELECT CAST(SUM(a) AS BIGINT) FROM parts")).isEqualTo(3);
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void filesHaveTheColumnsOfASchemaAndWhichOfThemAreThereIsTold() {
        write();
        engine.export("SELECT e, a FROM thing WHERE a = 1", folder.resolve("one.parquet"));
        engine.export("SELECT a + 1 AS a, b, 7 AS x FROM thing WHERE a = 1", folder.resolve("two.parquet"));
        Schema asked = SCHEMA.named("asked");
        engine.attach(asked, List.of(folder.resolve("one.parquet"), folder.resolve("two.parquet")));
        assertThat(engine.columns("asked")).isEqualTo(SCHEMA.columns());
        assertThat(engine.attached(asked)).extracting(Column::name).containsExactly("a", "b", "e");
        assertThat(engine.list(
                        "SELECT a, b, c, d, e FROM asked ORDER BY a",
                        row -> row.getInt(0) + " " + row.text(1) + " " + row.isNull(2) + " " + row.isNull(3) + " "
                                + row.text(4)))
                .containsExactly("1 null true true 四", "2 2 true true null");
        engine.materialise("kept", "SELECT a, b, c, e FROM asked WHERE a = 2", Set.of("c", "d", "e"));
        assertThat(engine.columns("kept")).extracting(Column::name).containsExactly("a", "b", "c", "e");
        assertThat(engine.list("SELECT b, e FROM kept WHERE c IS NULL", row -> row.getLong(0) + " " + row.text(1)))
                .containsExactly("2 null");
        engine.attach(asked, List.of());
        assertThat(engine.attached(asked)).isEqualTo(SCHEMA.columns());
        assertThat(engine.count("asked")).isZero();
    }

    @Test
    void anExportKeepsTheOrderOfItsQuery() {
        count("source", 50_000);
        Path file = folder.resolve("sorted.parquet");
        engine.export("SELECT i FROM source ORDER BY i % 7, i DESC", file, 4_096);
        engine.attach("sorted", List.of(file));
        long[] previous = {-1};
        engine.forEach("SELECT i FROM sorted", row -> {
            long key = row.getLong(0) % 7 * 100_000 + (99_999 - row.getLong(0));
            assertThat(key).isGreaterThan(previous[0]);
            previous[0] = key;
        });
        assertThat(engine.count("sorted")).isEqualTo(50_000);
    }

    @Test
    void aResultStreamsWhileItsHandlerWritesAnotherDataset() {
        count("many", 300_000);
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
    void wholeNumbersAreNeverSilentlyWrong() {
        count("source", 3);
        assertThat(engine.number("SELECT CAST((0 - 7) % 3 AS BIGINT)")).isEqualTo(-1);
        assertThatThrownBy(() -> engine.number("SELECT MAX((i + 2147483645) * 9223372036854775807) FROM source"))
                .isInstanceOf(EngineFailure.class);
        assertThatThrownBy(() -> engine.number("SELECT MAX(CAST(i + 2147483646 AS INT)) FROM source"))
                .isInstanceOf(EngineFailure.class);
    }

    @Test
    void aFailureNamesTheStatementAndTheEngineGoesOn() {
        assertThatThrownBy(() -> engine.number("SELECT nothing FROM nowhere"))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("nowhere");
        assertThat(engine.number("SELECT CAST(7 AS BIGINT)")).isEqualTo(7);
    }
}
