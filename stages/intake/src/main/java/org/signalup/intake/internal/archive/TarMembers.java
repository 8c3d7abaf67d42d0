package org.signalup.intake.internal.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.signalup.intake.internal.file.InputFile;

/** A TAR archive, gzipped or not. */
record TarMembers(InputFile file) implements Members {
    @Override
    public void forEach(Handler handler) throws IOException {
        try (TarArchiveInputStream archive = new TarArchiveInputStream(
                file.open(Optional.empty(), bytes -> {}), StandardCharsets.ISO_8859_1.name())) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                // The only stream there is goes on with the next member.
                handler.take(new Member(
                        name(entry.getName()),
                        entry.isFile() && plain(entry),
                        () -> CloseShieldInputStream.wrap(archive)));
            }
        }
    }

    private static boolean plain(TarArchiveEntry entry) {
        return !entry.isSymbolicLink()
                && !entry.isLink()
                && !entry.isFIFO()
                && !entry.isCharacterDevice()
                && !entry.isBlockDevice();
    }

    /** Names of old archives come byte by byte; those of new ones are text already. */
    private static String name(String name) {
        boolean bytes = name.chars().allMatch(c -> c <= 0xFF);
        return bytes ? MemberName.decode(name.getBytes(StandardCharsets.ISO_8859_1)) : name;
    }
}
