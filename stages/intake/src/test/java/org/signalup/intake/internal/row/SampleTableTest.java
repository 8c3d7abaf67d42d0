package org.signalup.intake.internal.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.intake.SampleSchema;
import org.signalup.parquet.KnownText;

class SampleTableTest {
    @Test
    void manyRowsGoToPartsAndReadAsOneDataset(@TempDir Path folder) throws Exception {
        try (Engine engine = DuckDbEngine.open(1, "500MB", folder.resolve("spill"))) {
            SampleTable table = new SampleTable(engine, folder, 100);
            SampleRow row = new SampleRow(Set.of());
            KnownText cmcc = new KnownText("CMCC");
            for (int i = 0; i < 250; i++) {
                row.clear();
                row.numbers[Slot.OBSERVED_MS] = i;
                row.texts[Slot.OPERATOR] = cmcc;
                table.add(row, 1, i + 2);
            }
            table.finish();

            assertThat(engine.count("sample_read")).isEqualTo(250);
            assertThat(engine.number("SELECT SUM(observed_ms) FROM sample_read"))
                    .isEqualTo(250 * 249 / 2);
            assertThat(engine.columns("sample_read")).isEqualTo(SampleSchema.READ.columns());
            assertThat(Files.exists(folder.resolve("samples-00003.parquet"))).isTrue();
        }
    }
}
