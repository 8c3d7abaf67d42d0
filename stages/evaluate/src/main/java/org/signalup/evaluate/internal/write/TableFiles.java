package org.signalup.evaluate.internal.write;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of a table of an evaluation: one, or with samples of a lake one for each day, as its manifest lists them. */
public final class TableFiles {
    private TableFiles() {}

    /** The files of a table; none if the evaluation does not have it. */
    public static List<Path> of(Path folder, String table) {
        Path single = folder.resolve("data").resolve(table + ".parquet");
        if (Files.isRegularFile(single)) {
            return List.of(single);
        }
        if (!Files.isDirectory(folder.resolve("data").resolve(table))) {
            return List.of();
        }
        String prefix = "data/" + table + "/";
        return Manifest.read(folder).files().stream()
                .filter(entry -> entry.path().startsWith(prefix))
                .map(entry -> folder.resolve(entry.path()))
                .toList();
    }
}
