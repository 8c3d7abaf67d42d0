package org.signalup.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.intake.SampleSchema;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;

class WorldGeneratorTest {
    private static final String FINGERPRINT = "SELECT COUNT(*), CAST(SUM(lon_e7) AS VARCHAR), CAST(SUM(rsrp_mdbm) AS"
            + " VARCHAR), COUNT(DISTINCT session_id), CAST(SUM(local_s) AS VARCHAR) FROM world";

    @TempDir
    Path folder;

    @Test
    void theSameSeedMakesTheSameWorldAndAnotherSeedAnotherOne() throws IOException {
        try (Engine engine = DuckDbEngine.open(1, "500MB", folder)) {
            assertThat(fingerprint(engine, 1, "a")).isEqualTo(fingerprint(engine, 1, "b"));
            assertThat(fingerprint(engine, 2, "c")).isNotEqualTo(fingerprint(engine, 1, "b"));
        }
    }

    @Test
    void samplesHaveTheColumnsOfIntakeAndWordsThatAreKnown() throws IOException {
        try (Engine engine = DuckDbEngine.open(1, "500MB", folder)) {
            attach(engine, 3, "d");
            assertThat(engine.columns("world").stream().map(Column::name))
                    .isEqualTo(SampleSchema.READ.columns().stream()
                            .map(Column::name)
                            .toList());
            assertThat(SampleSchema.filled(engine, "world"))
                    .as("like intake it leaves out what nothing is in")
                    .isNotEmpty()
                    .allMatch(column -> engine.number("SELECT COUNT(" + column + ") FROM world") > 0);
            assertThat(engine.number("SELECT COUNT(*) FROM world WHERE rat NOT IN (0, 3, 4, 5)"))
                    .isZero();
            // Level and quality together or not at all, and never without service.
            assertThat(engine.number("SELECT COUNT(*) FROM world WHERE (rsrp_mdbm IS NULL) <> (sinr_mdb IS NULL) OR"
                            + " (rat = 0 AND rsrp_mdbm IS NOT NULL)"))
                    .isZero();
        }
    }

    @Test
    void aWorldHasEveryKindOfSampleThatMakesMatchingHard() throws IOException {
        try (Engine engine = DuckDbEngine.open(1, "500MB", folder)) {
            attach(engine, 4, "e");
            for (String condition : List.of(
                    "point_id IS NOT NULL",
                    "line_id IS NOT NULL",
                    "point_id IS NULL AND line_id IS NULL",
                    "rat = 0",
                    "test_mode = 4",
                    "test_mode = 5",
                    "source = 5 AND accuracy_mm > 50000",
                    "service = 1")) {
                assertThat(engine.number("SELECT COUNT(*) FROM world WHERE " + condition))
                        .as(condition)
                        .isPositive();
            }
        }
    }

    @Test
    void aLedgerThatListsAFifthOfACountryIsNamedBySamplesOfThatFifthOnly() throws IOException {
        WorldSize size = new WorldSize("sparse-town", 400, 2_000, 0.5, 0.5, 0.2);
        try (Engine engine = DuckDbEngine.open(1, "500MB", folder)) {
            World world = new WorldGenerator(engine, 5).generate(size, 200_000, folder.resolve("f"));
            world.attach(engine, "world");
            assertThat(world.ledger().keyPoints()).hasSize(400);
            assertThat(world.ledger().lines()).hasSize(10);
            assertThat(named(engine, "point_id"))
                    .isNotEmpty()
                    .isSubsetOf(world.ledger().keyPoints().stream()
                            .map(KeyPoint::id)
                            .toList());
            assertThat(named(engine, "line_id"))
                    .isNotEmpty()
                    .isSubsetOf(world.ledger().lines().stream().map(Line::id).toList());
        }
    }

    private static List<String> named(Engine engine, String column) {
        return engine.list(
                "SELECT DISTINCT " + column + " FROM world WHERE " + column + " IS NOT NULL", row -> row.text(0));
    }

    private String fingerprint(Engine engine, long seed, String name) throws IOException {
        attach(engine, seed, name);
        return engine.list(
                        FINGERPRINT,
                        row -> row.text(0) + " " + row.text(1) + " " + row.text(2) + " " + row.text(3) + " "
                                + row.text(4))
                .get(0);
    }

    private void attach(Engine engine, long seed, String name) throws IOException {
        World world = new WorldGenerator(engine, seed).generate(WorldSize.TOWN, 60_000, folder.resolve(name));
        world.attach(engine, "world");
    }
}
