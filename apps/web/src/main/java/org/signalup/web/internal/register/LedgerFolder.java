package org.signalup.web.internal.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.signalup.people.Actor;
import org.signalup.register.LedgerExport;
import org.signalup.standards.Programme;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.SavedAs;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The ledger as an evaluation reads it, as far as somebody sees it: one file with a folder in it, its version in the name. */
@Platform
@Component
final class LedgerFolder {
    private final LedgerExport ledger;
    private final Programme programme;

    LedgerFolder(LedgerExport ledger, Programme programme) {
        this.ledger = ledger;
        this.programme = programme;
    }

    void write(Actor actor, HttpServletResponse response) throws IOException {
        Path dir = Files.createTempDirectory("ledger");
        try {
            long version = ledger.write(
                    actor.scope(), dir, programme.obligedOperators().orElse(List.of()));
            response.setContentType("application/zip");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, SavedAs.named("ledger-" + version + ".zip"));
            try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream());
                    Stream<Path> files = Files.list(dir)) {
                for (Path file : files.sorted().toList()) {
                    zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
        } finally {
            Uploads.delete(dir);
        }
    }
}
