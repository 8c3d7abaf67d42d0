package org.signalup.intake.internal.archive;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.signalup.domain.Text;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.UnpackLimits;

/** A 7z archive. */
record SevenZipMembers(Path path) implements Members {
    private static final int UNIX_MODE = 16;
    private static final int TYPE = 0xF000;
    private static final int LINK = 0xA000;

    @Override
    public void forEach(Handler handler) throws IOException {
        try (SevenZFile archive = SevenZFile.builder()
                .setPath(path)
                .setMaxMemoryLimitKiB(UnpackLimits.MEMORY_KIB)
                .get()) {
            for (SevenZArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                String name = entry.getName() == null ? archive.getDefaultName() : entry.getName();
                boolean plain = !entry.isDirectory() && !entry.isAntiItem() && !link(entry);
                SevenZArchiveEntry one = entry;
                handler.take(new Member(name, plain, () -> archive.getInputStream(one)));
            }
        } catch (PasswordRequiredException e) {
            throw new FileRefusal(RefusalCode.ARCHIVE_ENCRYPTED, Text.same("7z"));
        }
    }

    private static boolean link(SevenZArchiveEntry entry) {
        return entry.getHasWindowsAttributes() && (entry.getWindowsAttributes() >>> UNIX_MODE & TYPE) == LINK;
    }
}
