package org.signalup.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;

class ParquetFileTest {
    private static final Schema SCHEMA = Schema.of("t")
            .with(Column.Type.INT, "i", "i_same", "i_none")
            .with(Column.Type.BIGINT, "l", "l_some")
            .with(Column.Type.BOOLEAN, "b", "b_some")
            .with(Column.Type.VARCHAR, "few", "many", "one", "none")
            .with(Column.Type.DOUBLE, "d", "d_some")
            .build();

    @Test
    void anEngineReadsBackWhatWasWritten(@TempDir Path folder) throws Exception {
        for (boolean kept : new boolean[] {false, true}) {
            for (int rows : new int[] {0, 1, 7, 8, 9, 1000, 3001, 100_000}) {
                check(folder, rows, 1000, kept);
            }
            check(folder, 200_000, 200_000, kept);
        }
    }

    @Test
    void idsAreNotSpeltTwiceAndWordsOnce(@TempDir Path folder) throws Exception {
        Schema schema =
                Schema.of("t").with(Column.Type.VARCHAR, "id", "word", "late").build();
        Path path = folder.resolve("texts.parquet");
        int rows = 45_000;
        try (ParquetFile file = ParquetFile.toKeep(path, schema)) {
            for (int i = 0; i < rows; i++) {
                file.put(0, "点" + i);
                file.put(1, "词" + i % 7);
                // New in the first page only, then the same again.
                file.put(2, "迟" + Math.min(i, 21_000));
                file.endRow();
            }
        }
        try (Engine engine = DuckDbEngine.open(1, "1GB", folder.resolve("spill"))) {
            engine.attach("t", List.of(path));
            assertThat(engine.number("SELECT COUNT(*) FROM (SELECT *, row_number() OVER () - 1 AS i FROM t) AS r"
                            + " WHERE id = '点' || i AND word = '词' || (i % 7) AND late = '迟' || LEAST(i, 21000)"))
                    .isEqualTo(rows);
            assertThat(engine.list(
                            "SELECT path_in_schema || ' ' || (dictionary_page_offset IS NOT NULL) FROM parquet_metadata('"
                                    + path + "') ORDER BY column_id",
                            row -> row.text(0)))
                    .containsExactly("id false", "word true", "late false");
        }
    }

    @Test
    void aFileOfFilledColumnsHasThoseThatAnyRowHadAValueIn(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("filled.parquet");
        int rows = 300_000;
        try (ParquetFile file = ParquetFile.ofFilledColumns(path, SCHEMA)) {
            for (int i = 0; i < rows; i++) {
                file.put(0, i);
                file.put(1, ParquetFile.NULL);
                if (i == rows - 1) {
                    file.put(10, "late");
                }
                file.endRow();
            }
        }
        try (Engine engine = DuckDbEngine.open(1, "1GB", folder.resolve("spill"))) {
            engine.attach("t", List.of(path));
            assertThat(engine.columns("t")).extracting(Column::name).containsExactly("i", "none");
            assertThat(engine.number("SELECT SUM(i) FROM t")).isEqualTo(rows * (rows - 1L) / 2);
            assertThat(engine.list("SELECT i FROM t WHERE none = 'late'", row -> row.getInt(0)))
                    .containsExactly(rows - 1);
        }
    }

    /** Who looks for one object reads the groups that may have it. */
    @Test
    void aFileThatStaysTellsTheRangeOfEachGroup(@TempDir Path folder) throws Exception {
        Schema schema = Schema.of("t")
                .with(Column.Type.VARCHAR, "id", "none")
                .with(Column.Type.INT, "i")
                .with(Column.Type.BIGINT, "l")
                .build();
        Path path = folder.resolve("ranges.parquet");
        try (ParquetFile file = ParquetFile.toKeep(path, schema, 100)) {
            for (int i = 0; i < 200; i++) {
                file.put(0, "点" + (1000 + i));
                file.put(2, i - 50);
                file.put(3, i * 10_000_000_000L);
                file.endRow();
            }
        }
        try (Engine engine = DuckDbEngine.open(1, "1GB", folder.resolve("spill"))) {
            String told =
                    "SELECT path_in_schema || ' ' || COALESCE(stats_min_value, '-') || ' ' || COALESCE(stats_max_value, '-')"
                            + " || ' ' || compression FROM parquet_metadata('" + path
                            + "') ORDER BY row_group_id, column_id";
            assertThat(engine.list(told, row -> row.text(0)))
                    .containsExactly(
                            "id 点1000 点1099 ZSTD",
                            "none - - ZSTD",
                            "i -50 49 ZSTD",
                            "l 0 990000000000 ZSTD",
                            "id 点1100 点1199 ZSTD",
                            "none - - ZSTD",
                            "i 50 149 ZSTD",
                            "l 1000000000000 1990000000000 ZSTD");
            engine.attach("t", List.of(path));
            assertThat(engine.list("SELECT i FROM t WHERE id = '点1150'", row -> row.getInt(0)))
                    .containsExactly(100);
        }
    }

    private static void check(Path folder, int rows, int rowsPerGroup, boolean kept) throws Exception {
        Path path = folder.resolve("t" + rows + kept + ".parquet");
        List<String> expected = new ArrayList<>();
        Random random = new Random(rows);
        try (ParquetFile file =
                kept ? ParquetFile.toKeep(path, SCHEMA, rowsPerGroup) : new ParquetFile(path, SCHEMA, rowsPerGroup)) {
            for (int i = 0; i < rows; i++) {
                expected.add(write(file, random));
            }
        }
        try (Engine engine = DuckDbEngine.open(1, "1GB", folder.resolve("spill"))) {
            engine.attach("t", List.of(path));
            assertThat(engine.columns("t")).isEqualTo(SCHEMA.columns());
            List<String> read = engine.list("SELECT * FROM t", row -> {
                StringBuilder line = new StringBuilder();
                for (int c = 0; c < SCHEMA.columns().size(); c++) {
                    line.append(row.text(c)).append(' ');
                }
                return line.toString();
            });
            assertThat(read).isEqualTo(expected);
        }
    }

    private static String write(ParquetFile file, Random random) throws Exception {
        String[] cells = {
            "" + random.nextInt(),
            "-7",
            null,
            "" + random.nextLong(),
            random.nextInt(3) == 0 ? "" + random.nextLong() : null,
            "" + random.nextBoolean(),
            random.nextBoolean() ? "" + random.nextBoolean() : null,
            random.nextInt(4) == 0 ? null : "词" + random.nextInt(11),
            "m" + random.nextInt(90_000),
            "x",
            null,
            Double.toString(random.nextGaussian()),
            random.nextInt(3) == 0 ? Double.toString(random.nextInt(3) / 4.0) : null
        };
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < cells.length; c++) {
            line.append(cells[c]).append(' ');
            if (cells[c] == null) {
                continue;
            }
            switch (SCHEMA.columns().get(c).type()) {
                case VARCHAR -> file.put(c, cells[c]);
                case DOUBLE -> file.put(c, Double.parseDouble(cells[c]));
                case BOOLEAN -> file.put(c, cells[c].equals("true") ? 1 : 0);
                default -> file.put(c, Long.parseLong(cells[c]));
            }
        }
        file.endRow();
        return line.toString();
    }
}
