package org.signalup.intake.internal.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.signalup.domain.Text;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;

/** What an archive is, told by its first bytes and never by its name. */
enum ArchiveKind {
    ZIP,
    SEVEN_ZIP,
    TAR;

    private static final int HEAD = 512;
    private static final String WORKBOOK = "xl/";

    /** @throws FileRefusal for an archive of a kind that is not read */
    static Optional<ArchiveKind> of(InputFile file) throws IOException {
        byte[] head = file.head(HEAD);
        if (startsWith(head, 'R', 'a', 'r', '!')) {
            throw new FileRefusal(RefusalCode.ARCHIVE_KIND, Text.same("RAR"));
        }
        if (startsWith(head, 0x28, 0xB5, 0x2F, 0xFD)) {
            throw new FileRefusal(RefusalCode.ARCHIVE_KIND, Text.same("Zstandard"));
        }
        if (SevenZFile.matches(head, head.length)) {
            return Optional.of(SEVEN_ZIP);
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return isWorkbook(file) ? Optional.empty() : Optional.of(ZIP);
        }
        return TarArchiveInputStream.matches(head, head.length) ? Optional.of(TAR) : Optional.empty();
    }

    /** A workbook is a ZIP file that is read as one file. A damaged one is what its name says. */
    private static boolean isWorkbook(InputFile file) throws IOException {
        if (file.packed()) {
            return false;
        }
        try (ZipFile zip = new ZipFile(file.path().toFile(), StandardCharsets.ISO_8859_1)) {
            return zip.stream().anyMatch(entry -> entry.getName().startsWith(WORKBOOK));
        } catch (ZipException e) {
            return file.name().toLowerCase(Locale.ROOT).endsWith(".xlsx");
        }
    }

    private static boolean startsWith(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
