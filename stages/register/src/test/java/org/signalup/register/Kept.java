package org.signalup.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Reach;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.store.StoreSettings;

/** One database for the tests of a JVM, with the shipped town in its ledger; each test works in ids of its own. */
final class Kept {
    static final Path ROOT = root();
    static final Programme PROGRAMME = ProgrammeReader.read(ROOT.resolve("programme"), List.of());
    static final Path TOWN = ROOT.resolve("examples/town/ledger");
    private static Store store;

    private Kept() {}

    static synchronized Store store() {
        if (store == null) {
            try {
                Path folder = Files.createTempDirectory("kept");
                store = Store.open(StoreSettings.embedded(folder));
                Runtime.getRuntime().addShutdownHook(new Thread(store::close));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Imports imports = new Imports(store, PROGRAMME);
            ImportBatch batch = imports.preview(editor(), TOWN, "town");
            imports.confirm(
                    editor(),
                    batch.id(),
                    batch.count(ImportBatch.Status.NEW),
                    batch.count(ImportBatch.Status.CHANGED),
                    "示例");
        }
        return store;
    }

    /** Somebody of organisation 1 who may edit everything. */
    static Scope editor() {
        return scope(7, Reach.EVERYTHING, "LEDGER_READ", "LEDGER_EDIT", "BASE_FIGURE_EDIT");
    }

    static Scope scope(long account, Reach reach, String... may) {
        return new Scope(Optional.of(account), "账号" + account, Optional.of(1L), Set.of(1L), reach, Set.of(may), false);
    }

    static Reach divisions(String... prefixes) {
        return new Reach(Optional.of(Set.of(prefixes)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A folder with a file of places, keyed lines under the headings. */
    static Path places(Path dir, String... rows) {
        String heading =
                "place_id,name,scenario,category,division_code,lon,lat,crs,address,owner,department,target_year,operators,reported_done,version";
        return file(dir, "places.csv", heading, rows);
    }

    static Path points(Path dir, String... rows) {
        String heading = "point_id,place_id,name,kind,lon,lat,crs,exempt_reason,version";
        return file(dir, "keypoints.csv", heading, rows);
    }

    private static Path file(Path dir, String name, String heading, String... rows) {
        try {
            Files.createDirectories(dir);
            Files.writeString(
                    dir.resolve(name),
                    heading + "\n" + String.join("\n", Arrays.asList(rows)) + "\n",
                    StandardCharsets.UTF_8);
            return dir;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("examples"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
