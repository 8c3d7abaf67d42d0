package org.signalup.upload;

import java.util.List;
import org.signalup.intake.IntakeReport;

/**
 * What looking at an upload found.
 *
 * @param known files whose content is in the lake already; they are not counted again
 * @param refused the first rows that were refused; all of them stand in a file
 * @param points of the tracks, thinned
 */
public record Reading(IntakeReport report, List<Known> known, List<Refused> refused, List<Point> points) {
    public Reading {
        known = List.copyOf(known);
        refused = List.copyOf(refused);
        points = List.copyOf(points);
    }

    /** A file that is there already, and the batch of the lake that has it. */
    public record Known(String file, String batch) {}

    /** A row that was refused; what was expected follows from the code. */
    public record Refused(String file, long row, String column, String value, String code) {}

    /**
     * Where a sample was taken.
     *
     * @param file its number in the report
     * @param rsrpDbm 0 = none
     */
    public record Point(int file, int lonE7, int latE7, int rsrpDbm) {}

    public long kept() {
        return report.read() - report.rejected();
    }

    /** Whether there is anything for the lake in it. */
    public boolean brings() {
        return report.files().stream()
                .anyMatch(file -> file.kept() > 0
                        && known.stream().noneMatch(one -> one.file().equals(file.file())));
    }
}
