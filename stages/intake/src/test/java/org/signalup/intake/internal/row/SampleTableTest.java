package org.signalup.intake.internal.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.intake.SampleColumn;
import org.signalup.intake.SampleSchema;
import org.signalup.parquet.KnownText;

class SampleTableTest {
    @Test
    void manyRowsGoToPartsAndReadAsOneDataset(@TempDir Path folder) throws Exception {
        try (Engine engine = DuckDbEngine.open(1, "500MB", folder.resolve("spill"))) {
            SampleTable table = new SampleTable(engine, folder, 100);
            SampleRow row = new SampleRow(Set.of(SampleColumn.SESSION_ID));
            KnownText cmcc = new KnownText("CMCC");
            KnownText session = new KnownText("s");
            for (int i = 0; i < 250; i++) {
                row.clear();
                row.numbers[Slot.OBSERVED_MS] = i;
                row.texts[Slot.OPERATOR] = cmcc;
                row.texts[Slot.SESSION_ID] = i == 249 ? session : null;
                table.add(row, 1, i + 2);
            }
            table.finish();

            assertThat(engine.count("sample_read")).isEqualTo(250);
            assertThat(engine.number("SELECT SUM(observed_ms) FROM sample_read"))
                    .isEqualTo(250 * 249 / 2);
            assertThat(engine.columns("sample_read")).isEqualTo(SampleSchema.READ.columns());
            assertThat(SampleSchema.filled(engine, "sample_read"))
                    .containsExactly("file_no", "row_no", "observed_ms", "operator", "session_id");
            assertThat(engine.list("SELECT row_no FROM sample_read WHERE session_id = 's'", line -> line.getLong(0)))
                    .containsExactly(251L);
            assertThat(Files.exists(folder.resolve("samples-00003.parquet"))).isTrue();
        }
    }
}
