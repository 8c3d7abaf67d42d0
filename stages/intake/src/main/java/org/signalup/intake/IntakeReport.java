package org.signalup.intake;

import java.util.List;
import java.util.Map;
import org.signalup.domain.Problem;

/**
 * What reading did. For every file read = kept + rejected (thinning comes later).
 *
 * @param files in the order of {@code file_no}
 * @param duplicates files given twice (same content), counted once
 * @param warnings suspicious but kept
 */
public record IntakeReport(List<FileReport> files, List<String> duplicates, List<Problem> warnings) {
    public IntakeReport {
        files = List.copyOf(files);
        duplicates = List.copyOf(duplicates);
        warnings = List.copyOf(warnings);
    }

    /**
     * One file.
     *
     * @param recognition how its format was told; null in what a lake kept before there was one
     * @param removed columns with identifiers that were not kept
     * @param unknownColumns columns listed but not used
     * @param defaulted how often a default stood in, by column (source, test_mode, purpose)
     * @param rejectedByCode rows refused, by code
     */
    public record FileReport(
            int fileNo,
            String file,
            String digest,
            String format,
            long read,
            long kept,
            long rejected,
            Recognition recognition,
            List<RemovedColumn> removed,
            List<String> unknownColumns,
            Map<String, Long> defaulted,
            Map<String, Long> rejectedByCode) {
        public FileReport {
            removed = removed == null ? List.of() : List.copyOf(removed);
        }

        /** Columns with identifiers that were not kept, in short. */
        public List<String> removedColumns() {
            return removed.stream().map(RemovedColumn::label).toList();
        }

        /** The same file under another number. */
        public FileReport numbered(int otherNo) {
            return with(otherNo, file, read, kept);
        }

        /** The same file under another name. */
        public FileReport named(String otherName) {
            return with(fileNo, otherName, read, kept);
        }

        /** The same file as if so many of the kept rows had not been in it. */
        public FileReport without(long rows) {
            return with(fileNo, file, read - rows, kept - rows);
        }

        private FileReport with(int otherNo, String otherName, long otherRead, long otherKept) {
            return new FileReport(
                    otherNo,
                    otherName,
                    digest,
                    format,
                    otherRead,
                    otherKept,
                    rejected,
                    recognition,
                    removed,
                    unknownColumns,
                    defaulted,
                    rejectedByCode);
        }
    }

    public long read() {
        return files.stream().mapToLong(FileReport::read).sum();
    }

    public long rejected() {
        return files.stream().mapToLong(FileReport::rejected).sum();
    }
}
