package org.signalup.lake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.signalup.intake.IntakeReport.FileReport;

/**
 * What one {@code add} brought.
 *
 * @param programme digest of the programme the files were read with
 * @param rows samples that are in the lake
 * @param basis on what ground they are here; empty when nobody said
 */
public record LakeBatch(
        String id,
        String programme,
        List<FileReport> files,
        List<LocalDate> dates,
        long rows,
        Optional<SourceBasis> basis) {
    public LakeBatch {
        files = List.copyOf(files);
        dates = List.copyOf(dates);
    }
}
