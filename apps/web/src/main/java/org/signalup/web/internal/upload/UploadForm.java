package org.signalup.web.internal.upload;

import java.util.ArrayList;
import java.util.List;
import org.signalup.intake.Correction;
import org.signalup.upload.Incoming;
import org.signalup.upload.UploadOrder;
import org.signalup.web.internal.site.Filled;
import org.springframework.web.multipart.MultipartFile;

/** What forms send. */
final class UploadForm {
    private UploadForm() {}

    static UploadOrder order(Filled filled) {
        return new UploadOrder(
                filled.get("basis"),
                filled.get("purpose"),
                filled.get("source"),
                filled.get("crs"),
                filled.get("profile"),
                filled.get("note"));
    }

    /** Files of a form; a field in which none was chosen comes as one without a name. */
    static List<Incoming> files(List<MultipartFile> sent) {
        List<Incoming> all = new ArrayList<>();
        for (MultipartFile file : sent) {
            String name = String.valueOf(file.getOriginalFilename());
            if (!name.isEmpty() || !file.isEmpty()) {
                all.add(new Incoming(name, file::getInputStream));
            }
        }
        return all;
    }

    static Correction correction(Filled filled) {
        return new Correction(filled.ticked("swapped"), filled.get("crs"), filled.get("zone"), filled.get("rate_unit"));
    }
}
