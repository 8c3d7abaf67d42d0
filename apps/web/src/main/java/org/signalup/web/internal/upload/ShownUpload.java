package org.signalup.web.internal.upload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.intake.Correction;
import org.signalup.intake.FindingCode;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.intake.RejectCode;
import org.signalup.upload.Reading;
import org.signalup.upload.Upload;

/** What reading an upload found, as its page shows it. */
record ShownUpload(Upload upload, Reading reading) {
    /** Warnings that are said elsewhere on the page. */
    private static final List<String> SAID = List.of("CORRECTED");

    /**
     * Something odd.
     *
     * @param fix what would set it right, if something would
     */
    record Odd(Problem problem, Optional<Correction> fix) {}

    /** A file as it was read. */
    record FileShown(FileReport report, Correction correction, List<Odd> odd, Optional<String> batch) {}

    /** A code with its meaning and how often. */
    record Count(String code, Text meaning, long rows) {}

    public List<FileShown> files() {
        return reading.report().files().stream().map(this::shown).toList();
    }

    private FileShown shown(FileReport file) {
        Optional<String> batch = reading.known().stream()
                .filter(known -> known.file().equals(file.file()))
                .map(Reading.Known::batch)
                .findFirst();
        return new FileShown(
                file, upload.corrections().getOrDefault(file.file(), Correction.NONE), odd(file.file()), batch);
    }

    private List<Odd> odd(String file) {
        return reading.report().warnings().stream()
                .filter(problem -> problem.file().equals(file) && !SAID.contains(problem.code()))
                .map(problem -> new Odd(problem, fix(problem)))
                .toList();
    }

    /** Warnings about files that are not among those read. */
    public List<Problem> others() {
        List<String> names =
                reading.report().files().stream().map(FileReport::file).toList();
        return reading.report().warnings().stream()
                .filter(problem -> !names.contains(problem.file()))
                .toList();
    }

    private Optional<Correction> fix(Problem problem) {
        Correction now = upload.corrections().getOrDefault(problem.file(), Correction.NONE);
        return Stream.of(FindingCode.values())
                .filter(code -> code.name().equals(problem.code()))
                .findFirst()
                .flatMap(FindingCode::correction)
                .map(fix -> fix.over(now))
                .filter(fix -> !fix.equals(now));
    }

    public List<Count> counts() {
        Map<String, Long> all = new TreeMap<>();
        reading.report()
                .files()
                .forEach(file -> file.rejectedByCode().forEach((code, rows) -> all.merge(code, rows, Long::sum)));
        return all.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), meaning(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** What a code means; the code itself when it is of another program. */
    static Text meaning(String code) {
        return Stream.of(RejectCode.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .map(RejectCode::text)
                .orElse(Text.same(code));
    }
}
