package org.signalup.web.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Language;
import org.signalup.domain.ProgressListener;
import org.signalup.engine.Engine;
import org.signalup.instrument.Comparison;
import org.signalup.instrument.Comparison.Uncertainty;
import org.signalup.instrument.ComparisonVerdict;
import org.signalup.intake.IntakeOptions;
import org.signalup.lake.Lake;
import org.signalup.standards.InstrumentPolicy;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;
import org.signalup.web.internal.catalog.PageEngine;
import org.signalup.web.internal.instrument.LakeComparison.Asked;

class LakeComparisonTest {
    private static final Path SHIPPED = Path.of("../../programme");
    private static final LocalDate DAY = LocalDate.parse("2025-07-18");

    @TempDir
    Path folder;

    /** Forty minutes side by side: one names itself, of the other only the device is named; it reads 3 dB less. */
    private Path samples() throws IOException {
        StringBuilder rows =
                new StringBuilder("observed_at,lon,lat,crs,operator,rat,instrument_id,device_id,rsrp_dbm,sinr_db\n");
        for (int minute = 0; minute < 40; minute++) {
            String at = "2025-07-18T10:%02d:05+08:00,117.0,36.6,WGS84,CMCC,5G,".formatted(minute);
            rows.append(at).append("I1,,").append(-80 - minute % 7).append(",10\n");
            rows.append(at).append(",D2,").append(-83 - minute % 7).append(",10\n");
        }
        return Files.writeString(folder.resolve("side-by-side.csv"), rows);
    }

    @Test
    void instrumentsOfTheLakeAreComparedByWhatTheyNameOrWhoseDevicesTheyAre() throws IOException {
        Programme programme = ProgrammeReader.read(SHIPPED, List.of());
        IntakeOptions options = new IntakeOptions(
                programme,
                List.of(SHIPPED.resolve("profiles")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Language.EN,
                folder.resolve("work"),
                ProgressListener.NONE);
        Path place = folder.resolve("lake");
        try (Engine engine = PageEngine.open()) {
            Lake.openOrCreate(place, programme.zone()).add(List.of(samples()), options, engine);
        }
        LakeComparison lake =
                new LakeComparison(place, programme.zone(), InstrumentPolicy.read(List.of(SHIPPED)), PageEngine::open);
        Asked first = new Asked("I1", List.of());
        Asked second = new Asked("I2", List.of("D2"));

        Comparison level =
                lake.compare(first, second, DAY, DAY, Optional.empty()).get(0);

        assertThat(level.pairs()).hasSize(40);
        assertThat(level.agreement().orElseThrow().bias().value()).isEqualTo(-3);
        assertThat(level.proposedCorrection().orElseThrow().value()).isEqualTo(3);
        assertThat(level.verdict()).isEqualTo(ComparisonVerdict.REFUSED);
        assertThat(level.en()).isEmpty();
        Comparison certified = lake.compare(first, second, DAY, DAY, Optional.of(new Uncertainty(2, 1.5)))
                .get(0);
        assertThat(Math.abs(certified.en().orElseThrow())).isEqualTo(1.2, within(1e-9));
        assertThat(lake.compare(first, second, DAY.plusDays(1), DAY.plusDays(9), Optional.empty())
                        .get(0)
                        .verdict())
                .isEqualTo(ComparisonVerdict.TOO_FEW);
    }
}
