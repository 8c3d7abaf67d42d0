package org.signalup.intake.internal.draft;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.Content;
import org.signalup.intake.internal.file.Encoding;
import org.signalup.intake.internal.file.FileKind;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.file.Utf8Stream;
import org.signalup.intake.internal.structure.Structures;

/**
 * The header and the first rows of a table.
 *
 * @param headerLine physical line of the header
 */
record TableSample(char delimiter, long headerLine, List<String> headings, List<List<String>> rows) {
    static final Map<Character, String> DELIMITERS =
            Map.of(',', "comma", '\t', "tab", ';', "semicolon", '|', "pipe", ' ', "space");
    /** In the order of preference where two split a file alike. */
    private static final List<Character> TRIED = List.of(',', '\t', ';', '|', ' ');

    private static final int HEAD = 1 << 16;
    private static final int ROWS = 500;
    private static final int HEADER_ROWS = 20;

    private record Line(long number, List<String> cells) {}

    /** @throws FileRefusal when the file is no table */
    static TableSample of(InputFile file, Engine engine) {
        try {
            byte[] head = file.head(HEAD);
            FileKind kind = FileKind.of(head);
            Encoding encoding = kind.text() ? Encoding.of(head) : Encoding.UTF_8;
            Structures alone = new Structures(List.of());
            try {
                return best(Content.of(file, kind, encoding, alone), engine);
            } catch (Utf8Stream.NotUtf8Exception e) {
                return best(Content.of(file, kind, Encoding.GB18030, alone), engine);
            }
        } catch (IOException e) {
            throw new FileRefusal(RefusalCode.FILE_UNREADABLE, Text.same(String.valueOf(e.getMessage())));
        }
    }

    private static TableSample best(Content content, Engine engine) throws IOException {
        Optional<TableSample> best = Optional.empty();
        for (char delimiter : content.kind() == FileKind.TEXT ? TRIED : List.of(',')) {
            Optional<TableSample> found = split(lines(content, delimiter, engine), delimiter);
            if (found.isPresent()
                    && (best.isEmpty() || found.get().width() > best.get().width())) {
                best = found;
            }
        }
        return best.orElseThrow(() -> new FileRefusal(
                RefusalCode.FORMAT_UNKNOWN, Text.of("找不到表头和与之相符的行", "no header with rows that fit it")));
    }

    private int width() {
        return headings.size();
    }

    private static List<Line> lines(Content content, char delimiter, Engine engine) throws IOException {
        List<Line> lines = new ArrayList<>();
        content.records(delimiter, engine, Optional.empty(), bytes -> {}).forEach(record -> {
            lines.add(new Line(record.line(), record.texts()));
            return lines.size() < ROWS;
        });
        return lines;
    }

    /** The header is the first line of words with as many cells as most of what follows. */
    private static Optional<TableSample> split(List<Line> lines, char delimiter) {
        for (int i = 0; i < Math.min(HEADER_ROWS, lines.size() - 1); i++) {
            List<String> headings = lines.get(i).cells;
            List<List<String>> rows = lines.subList(i + 1, lines.size()).stream()
                    .map(Line::cells)
                    .filter(cells -> fits(cells, headings.size()))
                    .toList();
            if (headings.size() > 1 && words(headings) && rows.size() * 2 >= lines.size() - i - 1) {
                return Optional.of(new TableSample(delimiter, lines.get(i).number, headings, rows));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(List<String> cells, int width) {
        return cells.size() >= width
                && cells.subList(width, cells.size()).stream().allMatch(String::isEmpty);
    }

    private static boolean words(List<String> cells) {
        long named = cells.stream().filter(cell -> !cell.isEmpty()).count();
        return named * 2 > cells.size() && cells.stream().noneMatch(cell -> cell.matches("[-+]?\\d+(\\.\\d+)?"));
    }

    /** The values of a column that are there. */
    List<String> values(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
