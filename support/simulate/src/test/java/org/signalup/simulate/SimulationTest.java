package org.signalup.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.LedgerReader;
import org.signalup.standards.ProgrammeReader;

class SimulationTest {
    private static final Path HOME = Path.of("../..");
    private static final List<String> OPERATORS = List.of("CMCC", "CTCC", "CUCC");
    private static final Calibration CALIBRATION = Calibration.read(HOME.resolve("examples/nation/calibration.csv"));

    @TempDir
    Path folder;

    @Test
    void theSameRoundGivesTheSameRows() {
        try (Engine engine = DuckDbEngine.open(2, "500MB", folder)) {
            long first = simulate(engine, 0, "first");
            long second = simulate(engine, 0, "second");
            assertThat(first).isPositive().isEqualTo(second);
            assertThat(engine.number("SELECT COUNT(*) FROM (SELECT * FROM first EXCEPT ALL SELECT * FROM second) AS d"))
                    .isZero();
        }
    }

    @Test
    void aLaterRoundMeasuresOnItsOwnDaysAndHasSomethingRepaired() {
        try (Engine engine = DuckDbEngine.open(2, "500MB", folder)) {
            simulate(engine, 0, "june");
            simulate(engine, 1, "september");
            assertThat(engine.number("SELECT COUNT(*) FROM june WHERE observed_at NOT LIKE '2025-06-%'"))
                    .isZero();
            assertThat(engine.number("SELECT COUNT(*) FROM september WHERE observed_at NOT LIKE '2025-09-%'"))
                    .isZero();
            assertThat(uncovered(engine, "september")).isLessThan(uncovered(engine, "june"));
        }
    }

    private static double uncovered(Engine engine, String round) {
        return engine.list(
                        "SELECT AVG(CASE WHEN rat = 'NONE' OR rsrp_dbm < -105 OR sinr_db < -3 THEN CAST(1 AS DOUBLE) ELSE CAST(0 AS DOUBLE) END) FROM "
                                + round + " WHERE service IS NULL",
                        row -> row.getDouble(0))
                .get(0);
    }

    @Test
    void quantilesAreThoseOfTheRealTests() {
        assertThat(CALIBRATION.quantile("DL", "CMCC", "5G", 0.5)).isEqualTo(294.5);
        assertThat(CALIBRATION.quantile("DL", "CMCC", "5G", 0.45)).isCloseTo((241.1 + 294.5) / 2, within(1e-9));
        assertThat(CALIBRATION.quantile("RSRP", "CTCC", "5G", 0)).isEqualTo(-99.0);
        assertThat(CALIBRATION.quantile("RSRP", "CTCC", "5G", 1)).isEqualTo(-67.0);
    }

    private long simulate(Engine engine, int number, String name) {
        Path file = folder.resolve(name + ".parquet");
        YearMonth month = YearMonth.of(2025, number == 0 ? 6 : 9);
        Ledger ledger = LedgerReader.read(
                HOME.resolve("examples/town/ledger"), ProgrammeReader.read(HOME.resolve("programme"), List.of()));
        long rows = new Simulation(ledger, CALIBRATION, OPERATORS).write(new Round(number, month), engine, file);
        engine.attach(name, List.of(file));
        assertThat(engine.count(name)).isEqualTo(rows);
        return rows;
    }
}
