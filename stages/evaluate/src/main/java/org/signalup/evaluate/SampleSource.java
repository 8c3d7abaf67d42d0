package org.signalup.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the samples of an evaluation are. */
public sealed interface SampleSource {
    /**
     * Files of any known client, read anew.
     *
     * @param paths files, or folders with all that is in them
     * @param profileFolders folders of mapping profiles
     * @param profile the profile every file is read with; empty = detected from the header
     * @param crs coordinate system of files that do not say their own
     */
    record InFiles(List<Path> paths, List<Path> profileFolders, Optional<String> profile, Optional<String> crs)
            implements SampleSource {
        public InFiles {
            paths = List.copyOf(paths);
            profileFolders = List.copyOf(profileFolders);
        }
    }

    /** A lake. Days that were counted before, for the same targets, are not read again. */
    record InLake(Path folder) implements SampleSource {}
}
