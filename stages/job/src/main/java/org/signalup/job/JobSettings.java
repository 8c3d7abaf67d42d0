package org.signalup.job;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/**
 * Where jobs find what they need.
 *
 * @param programme the programme and its overlays, in order
 * @param lake folder of the lake
 * @param evaluations folder results appear in
 * @param zone of the programme: when a month is over
 */
public record JobSettings(List<Path> programme, Path lake, Path evaluations, ZoneId zone) {
    /** Folders of the profiles by which sample files are read, in the same order. */
    public List<Path> profiles() {
        return programme.stream().map(folder -> folder.resolve("profiles")).toList();
    }
}
