package org.signalup.evaluate.internal.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.signalup.engine.RemoteFiles;

/**
 * What was counted under ways of matching that nobody asks for any more: a ledger since changed, other radii, an older
 * version. Each holds the matches of all samples again, so a lake would grow with every change of a ledger. Whoever asks for
 * one of them after all has its days matched anew.
 */
final class UnusedTallies {
    /** Who evaluates every month by two ledgers or standards in turn finds both. */
    private static final Duration KEPT = Duration.ofDays(62);

    private UnusedTallies() {}

    /** Notes that one of the folders is in use, before it is looked into; folders behind URLs have no time to note it in. */
    static void use(Path used) {
        if (RemoteFiles.isRemote(used) || !Files.isDirectory(used)) {
            return;
        }
        try {
            Files.setLastModifiedTime(used, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // Somebody else's lake: whoever may only read it deletes nothing either.
        }
    }

    /** Deletes the folders that were not in use for two months. */
    static void drop(Path tallies) {
        if (RemoteFiles.isRemote(tallies) || !Files.isWritable(tallies)) {
            return;
        }
        try {
            OldFolders.delete(tallies, KEPT, folder -> true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
