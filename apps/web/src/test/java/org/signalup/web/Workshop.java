package org.signalup.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.ProgressListener;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.intake.IntakeOptions;
import org.signalup.lake.Lake;
import org.signalup.people.Actors;
import org.signalup.register.ImportBatch;
import org.signalup.register.Imports;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;
import org.signalup.store.DataFolder;
import org.signalup.store.Scope;

/** The platform of {@link Town} with the town's ledger in its register and its samples in its lake. */
final class Workshop {
    private static boolean filled;

    private Workshop() {}

    static synchronized void fill() {
        if (filled) {
            return;
        }
        filled = true;
        Programme programme = ProgrammeReader.read(Served.LEDGER.resolve("../../../programme"), List.of());
        DataFolder data = new DataFolder(
                Town.server().context().getBean(WebOptions.class).data().orElseThrow());
        try (Engine engine = DuckDbEngine.open(2, "500MB", Files.createTempDirectory("workshop"))) {
            Path work = Files.createTempDirectory("workshop");
            IntakeOptions options = new IntakeOptions(
                    programme,
                    List.of(),
                    Optional.empty(),
                    Optional.of("WGS84"),
                    Optional.empty(),
                    Language.ZH,
                    work,
                    ProgressListener.NONE);
            Lake.openOrCreate(data.lake(), programme.zone()).add(List.of(Served.SAMPLES), options, engine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Scope manager =
                new Actors(Town.store()).find(Town.MANAGER).orElseThrow().scope();
        Imports imports = new Imports(Town.store(), programme);
        ImportBatch batch = imports.preview(manager, Served.LEDGER, "town");
        imports.confirm(
                manager,
                batch.id(),
                batch.count(ImportBatch.Status.NEW),
                batch.count(ImportBatch.Status.CHANGED),
                "示例");
    }
}
