package org.signalup.web.internal.site;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;

/** An answer that is saved, not shown. */
public final class SavedAs {
    private SavedAs() {}

    /** The value of {@code Content-Disposition} for a file of this name, which may be Chinese. */
    public static String named(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
