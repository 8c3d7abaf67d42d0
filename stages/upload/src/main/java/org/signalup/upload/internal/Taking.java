package org.signalup.upload.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Engine;
import org.signalup.lake.Lake;
import org.signalup.lake.SourceBasis;
import org.signalup.upload.Reading;
import org.signalup.upload.Upload;
import org.signalup.upload.Where;

/**
 * Takes the files of an upload into the lake, as they were read when somebody said so. The lake knows contents by their digests:
 * done again after a kill, nothing is there twice.
 */
public final class Taking {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Where where;
    private final UploadFolder folder;
    private final Looking looking;

    public Taking(Where where, UploadFolder folder, Looking looking) {
        this.where = where;
        this.folder = folder;
        this.looking = looking;
    }

    /**
     * The batch of the lake that has the files.
     *
     * @param read what reading them found
     * @throws RefusedException if they cannot be read, or somebody else writes for long; the lake is as before then
     */
    public String take(Upload upload, Reading read, ProgressListener progress) throws IOException {
        try (UploadFolder.Desk desk = folder.desk(upload);
                Engine engine = where.engines().get()) {
            SourceBasis ground = new SourceBasis(
                    upload.said().ground(),
                    upload.held().testerOrg(),
                    upload.said().note());
            Lake lake = Lake.openOrCreate(where.lake(), where.programme().zone())
                    .waiting(PATIENCE)
                    .stating(ground);
            Lake.Added added = lake.add(desk.files(), looking.options(upload, desk.work(), progress), engine);
            return added.batch().isEmpty() ? there(read) : added.batch();
        }
    }

    /** They are there: an earlier try was killed after it had come that far, or somebody else was faster. */
    private String there(Reading read) {
        Map<String, String> batches = Looking.batches(where);
        return read.report().files().stream()
                .map(file -> batches.get(file.digest()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
