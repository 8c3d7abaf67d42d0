package org.signalup.web.internal.aggregate;

import java.io.IOException;
import java.io.InputStream;
import org.signalup.domain.Text;
import org.signalup.job.Aggregates;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.web.multipart.MultipartFile;

/** A file as it came with a request. */
final class Brought {
    private static final int LONGEST_NAME = 120;

    private Brought() {}

    /** Its last name, of letters, digits and few signs. */
    static String name(MultipartFile file) {
        String whole = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1)
                .replaceAll("[^\\p{L}\\p{N}._-]", "_");
        String name = last.isEmpty() || last.startsWith(".") ? "aggregates" + last : last;
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    /** @throws PageFailure 400 when it is too large */
    static byte[] content(MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            byte[] content = in.readNBytes(Aggregates.LARGEST + 1);
            if (content.length > Aggregates.LARGEST) {
                throw PageFailure.badRequest(Text.of("文件超过 5 MB", "The file is larger than 5 MB"));
            }
            return content;
        }
    }
}
