package org.signalup.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.signalup.domain.RefusedException;
import org.signalup.store.internal.backup.BackupReader;
import org.signalup.store.internal.backup.BackupWriter;

/**
 * 备份: all that people changed, in one file that any PostgreSQL of ours takes back: the tables as CSV as of one moment, and
 * small files that belong to them, such as the manifest of the lake; each with its digest.
 *
 * @param schema version of the tables
 * @param rows of all tables
 * @param head of the record of changes, which {@link AuditChain} checks against
 */
public record Backup(String schema, long rows, AuditChain.Head head) {
    /**
     * Writes a backup; the file appears whole or not at all.
     *
     * @param files by the name they get in the backup
     * @throws RefusedException if the file is there already
     */
    public static Backup write(Store store, Map<String, Path> files, Path file) {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            Backup backup = BackupWriter.write(store, files, fresh);
            // Without REPLACE_EXISTING an older backup would still be replaced by an atomic move.
            BackupWriter.refuseExisting(file);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return backup;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deleteQuietly(fresh);
        }
    }

    private static void deleteQuietly(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            // What is left has a name that no one takes for a backup.
        }
    }

    /**
     * Brings a backup into a database that holds nothing yet, then brings its tables up to date. All or nothing.
     *
     * @param files where the small files go, by their name in the backup; one that is there already stays
     * @throws RefusedException if the file is damaged or made by a newer program, or the database holds something
     */
    public static Backup restore(Path file, Map<String, Path> files, StoreSettings settings) {
        return BackupReader.restore(file, files, settings);
    }
}
