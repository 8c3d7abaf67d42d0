package org.signalup.upload;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.intake.Correction;

/**
 * Files that somebody brought together; they go into the lake together or not at all.
 *
 * @param organisation id
 * @param who name of the account
 * @param corrections by file, as reports call it
 * @param reading which time they are read
 * @param readWith profiles and their versions
 * @param problems why they could not be read, or taken
 * @param lakeBatch what they are in the lake
 */
public record Upload(
        long id,
        long organisation,
        String who,
        Instant made,
        UploadState state,
        UploadOrder said,
        Held held,
        List<File> files,
        Map<String, Correction> corrections,
        int reading,
        String readWith,
        List<Problem> problems,
        String lakeBatch,
        Optional<Instant> ended,
        int version) {
    public Upload {
        files = List.copyOf(files);
        corrections = Map.copyOf(corrections);
        problems = List.copyOf(problems);
    }

    /** A file as it was brought. */
    public record File(String name, String digest, long bytes) {}

    public long bytes() {
        return files.stream().mapToLong(File::bytes).sum();
    }

    /** The name of the first file, and how many more there are. */
    public String name() {
        return files.get(0).name() + (files.size() > 1 ? " +" + (files.size() - 1) : "");
    }
}
