package org.signalup.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Language;
import org.signalup.domain.ProgressListener;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.intake.IntakeOptions;
import org.signalup.lake.Lake;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;
import org.signalup.standards.RetentionPolicy;
import org.signalup.store.DataFolder;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.store.StoreSettings;

/** What goes, and when. */
class PurgeTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String HEADER = "observed_at,operator,rat,lon,lat,crs,rsrp_dbm\n";

    @TempDir
    Path folder;

    private final RetentionPolicy policy = new RetentionPolicy(Optional.of(30), Optional.of(10), Optional.empty(), 90);

    private Engine engine() {
        return DuckDbEngine.open(1, "500MB", folder.resolve("spill"));
    }

    private Purge at(String time) {
        return new Purge(new DataFolder(folder), policy, this::engine, ZONE, Clock.fixed(Instant.parse(time), ZONE));
    }

    private Path file(String name, String since) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse(since)));
    }

    private void samples() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(
                file,
                HEADER + "2025-06-01T10:00:00+08:00,CMCC,4G,116.4,39.9,WGS84,-90\n"
                        + "2025-06-02T10:00:00+08:00,CMCC,4G,116.4,39.9,WGS84,-91\n");
        Programme programme = ProgrammeReader.read(Path.of("../../programme"), List.of());
        try (Engine engine = engine()) {
            Lake.openOrCreate(folder.resolve("lake"), programme.zone())
                    .add(
                            List.of(file),
                            new IntakeOptions(
                                    programme,
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Language.ZH,
                                    folder,
                                    ProgressListener.NONE),
                            engine);
        }
    }

    @Test
    void everythingGoesOnTheDayItsOutlookSaid() throws IOException {
        samples();
        Path raw = file("uploads/raw/ab/ab1", "2025-06-20T00:00:00Z");
        Path damaged = file("inbox/damaged/m", "2020-01-01T00:00:00Z");
        Purge before = at("2025-07-01T04:00:00Z");
        assertThat(before.outlook())
                .containsExactly(
                        new Outlook(Kept.SAMPLES, Optional.of(30), 2, Optional.of(LocalDate.parse("2025-06-01")), 0),
                        new Outlook(Kept.UPLOADS, Optional.of(10), 1, Optional.of(LocalDate.parse("2025-06-20")), 1),
                        new Outlook(
                                Kept.DAMAGED_MESSAGES,
                                Optional.empty(),
                                1,
                                Optional.of(LocalDate.parse("2020-01-01")),
                                0));
        assertThat(before.outlook())
                .extracting(Outlook::goesOn)
                .containsExactly(
                        Optional.of(LocalDate.parse("2025-07-02")),
                        Optional.of(LocalDate.parse("2025-07-01")),
                        Optional.empty());
        // On its last day, by the zone's clock, nothing of the lake goes yet.
        assertThat(at("2025-06-30T15:59:00Z").purge())
                .extracting(Purged::removed)
                .containsExactly(0L, 0L);
        assertThat(raw).exists();
        assertThat(at("2025-07-02T04:00:00Z").purge())
                .containsExactly(
                        new Purged(Kept.SAMPLES, 30, LocalDate.parse("2025-06-02"), 1),
                        new Purged(Kept.UPLOADS, 10, LocalDate.parse("2025-06-22"), 1));
        assertThat(raw).doesNotExist();
        assertThat(damaged).exists();
        assertThat(Lake.open(folder.resolve("lake")).view().dates()).containsExactly(LocalDate.parse("2025-06-02"));
        assertThat(at("2025-07-02T05:00:00Z").purge())
                .extracting(Purged::removed)
                .containsExactly(0L, 0L);
    }

    @Test
    void theClockPurgesOnceADayFromItsHourOn() throws IOException {
        file("uploads/raw/ab/ab1", "2025-06-01T00:00:00Z");
        try (Store store = Store.open(StoreSettings.embedded(new DataFolder(folder).postgres()))) {
            assertThat(runs(store, "2025-06-30T18:59:00Z").purgeIfDue()).isEmpty();
            PurgeRun done = runs(store, "2025-06-30T19:00:00Z").purgeIfDue().orElseThrow();
            assertThat(done.tookAnything()).isTrue();
            assertThat(runs(store, "2025-07-01T10:00:00Z").purgeIfDue()).isEmpty();
            assertThat(runs(store, "2025-07-01T19:00:00Z").purgeIfDue()).isPresent();
            assertThat(runs(store, "2025-07-01T19:00:00Z").list(Scope.PLATFORM, 0, 9))
                    .hasSize(2)
                    .last()
                    .isEqualTo(done);
        }
    }

    private PurgeRuns runs(Store store, String time) {
        return new PurgeRuns(store, at(time), 3, ZONE, Clock.fixed(Instant.parse(time), ZONE));
    }
}
