package org.signalup.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.parquet.ParquetFile;

class ParquetFileTest {
    private static final Schema SCHEMA = Schema.of("t")
            .with(Column.Type.INT, "i", "i_same", "i_none")
            .with(Column.Type.BIGINT, "l", "l_few")
            .with(Column.Type.DOUBLE, "d", "d_few")
            .with(Column.Type.BOOLEAN, "b", "b_some")
            .with(Column.Type.VARCHAR, "few", "many", "one", "none")
            .build();

    @Test
    void anEngineReadsBackWhatWasWritten(@TempDir Path folder) throws Exception {
        for (int rows : new int[] {1, 7, 8, 9, 1000, 3001}) {
            check(ParquetFile.forUse(folder.resolve("t.parquet"), SCHEMA, 1000), folder, rows);
            check(ParquetFile.forKeeping(folder.resolve("t.parquet"), SCHEMA, 1000), folder, rows);
        }
        check(ParquetFile.forKeeping(folder.resolve("t.parquet"), SCHEMA, 70_000), folder, 70_000);
    }

    @Test
    void aKeptFileIsSmallerWhereNumbersAreFew(@TempDir Path folder) throws Exception {
        Path used = folder.resolve("used.parquet");
        Path kept = folder.resolve("kept.parquet");
        Schema schema = Schema.of("t").with(Column.Type.DOUBLE, "share").build();
        for (ParquetFile file : List.of(ParquetFile.forUse(used, schema), ParquetFile.forKeeping(kept, schema))) {
            for (int i = 0; i < 10_000; i++) {
                file.put(0, i % 50 / 50.0);
                file.endRow();
            }
            file.close();
        }
        assertThat(Files.size(kept)).isLessThan(Files.size(used) / 8);
    }

    @Test
    void aKeptFileTellsTheBoundsOfEveryGroup(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("kept.parquet");
        Schema schema = Schema.of("t")
                .with(Column.Type.VARCHAR, "id")
                .with(Column.Type.BIGINT, "n")
                .build();
        try (ParquetFile file = ParquetFile.forKeeping(path, schema, 3)) {
            for (int i = 0; i < 6; i++) {
                file.put(0, List.of("b", "～", "a", "x", "𠀀", "y").get(i));
                file.put(1, i * 100L - 250);
                file.endRow();
            }
        }
        try (Engine engine = DuckDbEngine.open(1, "1GB", folder.resolve("spill"))) {
            assertThat(engine.list(
                            "SELECT path_in_schema || ' ' || stats_min_value || ' ' || stats_max_value FROM parquet_metadata('"
                                    + path + "') ORDER BY path_in_schema, row_group_id",
                            row -> row.text(0)))
                    .containsExactly("id a ～", "id x 𠀀", "n -250 -50", "n 50 250");
            engine.attach("t", List.of(path));
            assertThat(engine.number("SELECT n FROM t WHERE id = '𠀀'")).isEqualTo(150);
        }
    }

    private static void check(ParquetFile file, Path folder, int rows) throws Exception {
        Path path = folder.resolve("t.parquet");
        List<String> expected = new ArrayList<>();
        Random random = new Random(rows);
        try (file) {
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
            random.nextInt(3) == 0 ? "" + random.nextInt(9) : null,
            "" + random.nextDouble(),
            random.nextInt(3) == 0 ? "" + random.nextInt(50) / 7.0 : null,
            "" + random.nextBoolean(),
            random.nextBoolean() ? "" + random.nextBoolean() : null,
            random.nextInt(4) == 0 ? null : "词" + random.nextInt(11),
            "m" + random.nextInt(60_000),
            "x",
            null
        };
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < cells.length; c++) {
            line.append(cells[c]).append(' ');
            if (cells[c] == null) {
                continue;
            }
            switch (SCHEMA.columns().get(c).type()) {
                case VARCHAR -> file.put(c, cells[c]);
                case BOOLEAN -> file.put(c, cells[c].equals("true"));
                case DOUBLE -> file.put(c, Double.parseDouble(cells[c]));
                default -> file.put(c, Long.parseLong(cells[c]));
            }
        }
        file.endRow();
        return line.toString();
    }
}
