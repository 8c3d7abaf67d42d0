package org.signalup.intake.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.file.RecordSource;
import org.signalup.intake.internal.file.XlsxRecords;
import org.signalup.intake.internal.profile.Detection;
import org.signalup.intake.internal.profile.Detection.Line;

/**
 * The sheets of a workbook: the first that is of a known format, and further ones with its header, are read one
 * after the other.
 *
 * @param read names of the sheets that are read
 * @param left names of others with something in them
 */
record Sheets(Detection.Found found, RecordSource records, List<String> read, List<String> left) {
    private record Sheet(int index, String name, List<Line> lines) {}

    /** @throws FileRefusal when no sheet is of a known format */
    static Sheets of(InputFile file, Detection detection, int most) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        XlsxRecords.begin(file, (index, name) -> {
            List<Line> lines = new ArrayList<>();
            sheets.add(new Sheet(index, name, lines));
            return record -> {
                lines.add(new Line(record.line(), record.texts()));
                return lines.size() < most;
            };
        });
        sheets.removeIf(sheet -> sheets.size() > 1 && sheet.lines().isEmpty());
        return of(file, detection, sheets);
    }

    private static Sheets of(InputFile file, Detection detection, List<Sheet> sheets) {
        Optional<FileRefusal> refusal = Optional.empty();
        for (int i = 0; i < sheets.size(); i++) {
            try {
                Sheet first = sheets.get(i);
                return together(file, detection, sheets, first, detection.detect(delimiter -> first.lines()));
            } catch (FileRefusal e) {
                if (e.code() != RefusalCode.FORMAT_UNKNOWN) {
                    throw e;
                }
                refusal = refusal.or(() -> Optional.of(e));
            }
        }
        throw refusal.orElseGet(() -> new FileRefusal(RefusalCode.FILE_EMPTY));
    }

    private static Sheets together(
            InputFile file, Detection detection, List<Sheet> sheets, Sheet first, Detection.Found found) {
        List<XlsxRecords.Part> parts = new ArrayList<>();
        List<String> read = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Sheet sheet : sheets) {
            Optional<Line> header = sheet.equals(first) ? Optional.of(found.header()) : header(detection, sheet, found);
            if (header.isPresent()) {
                parts.add(new XlsxRecords.Part(
                        sheet.index(), parts.isEmpty() ? 0 : header.get().line()));
                read.add(sheet.name());
            } else {
                left.add(sheet.name());
            }
        }
        return new Sheets(found, new XlsxRecords(file, parts), read, left);
    }

    /** What whoever brings the file must know of its sheets. */
    List<Problem> told(String file) {
        List<Problem> told = new ArrayList<>();
        if (read.size() > 1) {
            String names = String.join(", ", read);
            told.add(Problem.ofFile(
                    file,
                    "SHEETS_JOINED",
                    Text.of(
                            "依次读取工作表 " + names + "，行号接着前一张编",
                            "sheets read one after the other, rows numbered onward: " + names)));
        }
        if (!left.isEmpty()) {
            String names = String.join(", ", left);
            told.add(Problem.ofFile(
                    file,
                    "SHEETS_LEFT",
                    Text.of("工作表没有同样的表头，未读取：" + names, "sheets without that header, not read: " + names)));
        }
        return told;
    }

    /** The header of a further sheet, if it is that of the first. */
    private static Optional<Line> header(Detection detection, Sheet sheet, Detection.Found found) {
        try {
            Detection.Found other = detection.detect(delimiter -> sheet.lines());
            boolean same = other.profile().id().equals(found.profile().id())
                    && headings(other.header()).equals(headings(found.header()));
            return same ? Optional.of(other.header()) : Optional.empty();
        } catch (FileRefusal e) {
            return Optional.empty();
        }
    }

    /** Without the empty ones that titles above leave behind the last. */
    private static List<String> headings(Line header) {
        int end = header.cells().size();
        while (end > 0 && header.cells().get(end - 1).isEmpty()) {
            end--;
        }
        return header.cells().subList(0, end);
    }
}
