package org.signalup.lake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Engine;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport;
import org.signalup.lake.internal.LakeFolder;
import org.signalup.lake.internal.LakeWriter;
import org.signalup.lake.internal.Manifests;

/**
 * A folder of samples that stay: Parquet by date and batch, and a manifest, {@code lake.json}, which says what there is.
 *
 * <p>One process writes at a time, any number read. A change appears as a whole, by replacing the manifest; a writer that
 * dies leaves the lake as it was, and the next one takes away what it left behind. Samples are read by the rules of
 * intake once, when they are added; no clock decides about them.
 */
public final class Lake {
    private final LakeFolder folder;
    private final LakeWriter writer;

    private Lake(LakeFolder folder, Duration patience) {
        this.folder = folder;
        this.writer = new LakeWriter(folder, patience);
    }

    /**
     * Opens a lake.
     *
     * @throws RefusedException if there is none, or if a newer program wrote it
     */
    public static Lake open(Path folder) {
        LakeFolder files = new LakeFolder(folder);
        Manifests.read(files);
        return new Lake(files, Duration.ZERO);
    }

    /**
     * Opens a lake, or makes one in a folder that is empty or does not exist.
     *
     * @param zone the programme's zone, in which a sample has its date
     */
    public static Lake openOrCreate(Path folder, ZoneId zone) {
        LakeFolder files = new LakeFolder(folder);
        LakeWriter.create(files, zone.getId());
        return open(folder);
    }

    /** The same lake for a writer who waits that long for another to end. */
    public Lake waiting(Duration patience) {
        return new Lake(folder, patience);
    }

    /** What is in the lake now; later changes do not show in it. */
    public LakeView view() {
        return new LakeView(folder, Manifests.read(folder));
    }

    /**
     * What an {@code add} did.
     *
     * @param batch id of the new batch; empty if every file was there already
     * @param known files whose content was there already
     * @param report what reading the new files did
     * @param rows samples added
     */
    public record Added(String batch, List<LocalDate> dates, List<Path> known, IntakeReport report, long rows) {
        public Added {
            dates = List.copyOf(dates);
            known = List.copyOf(known);
        }
    }

    /**
     * Reads files and folders into a new batch. A file whose content is in the lake already is left out.
     *
     * @param options work folder and as-of day are not used: the lake has its own folder, and knows no clock
     * @throws RefusedException if a file is refused, or somebody else writes; the lake is as before then
     */
    public Added add(List<Path> inputs, IntakeOptions options, Engine engine) {
        return writer.add(inputs, file -> true, options, engine);
    }
}
