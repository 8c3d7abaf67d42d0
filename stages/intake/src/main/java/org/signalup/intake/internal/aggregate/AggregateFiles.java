package org.signalup.intake.internal.aggregate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.domain.TextOrder;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.RejectCode;
import org.signalup.intake.ServiceAggregates.Known;
import org.signalup.intake.ServiceAggregates.Read;
import org.signalup.intake.ServiceAggregates.Refused;
import org.signalup.intake.internal.file.Encoding;
import org.signalup.intake.internal.file.FileKind;
import org.signalup.intake.internal.file.FileRecord;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.file.RecordSource;
import org.signalup.intake.internal.file.TextRecords;
import org.signalup.intake.internal.file.Utf8Stream;
import org.signalup.intake.internal.file.XlsxRecords;

/** Files of aggregates from their bytes to rows kept and refused. */
public final class AggregateFiles {
    private static final int HEAD = 1 << 16;

    private final AggregateRows rows;

    public AggregateFiles(Known known) {
        this.rows = new AggregateRows(known);
    }

    public static List<String> columns() {
        return AggregateColumn.ALL.stream().map(AggregateColumn::code).toList();
    }

    /** @throws RefusedException with every file that cannot be read at all */
    public Read read(List<Path> files) {
        List<Problem> problems = new ArrayList<>();
        List<Path> ordered = files.stream()
                .sorted(Comparator.comparing(path -> path.getFileName().toString(), TextOrder.CODE_POINTS))
                .toList();
        for (Path path : ordered) {
            InputFile file = new InputFile(path, path.getFileName().toString());
            try {
                read(file);
            } catch (FileRefusal e) {
                problems.add(e.problem(file.name()));
            } catch (IOException e) {
                problems.add(new FileRefusal(RefusalCode.FILE_UNREADABLE).problem(file.name()));
            }
        }
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        return rows.read();
    }

    private void read(InputFile file) throws IOException {
        byte[] head = file.head(HEAD);
        FileKind kind = FileKind.of(head);
        if (kind == FileKind.XLSX) {
            read(file, new XlsxRecords(file));
        } else if (kind == FileKind.TEXT) {
            Encoding encoding = Encoding.of(head);
            try {
                new Whole(text(file, encoding)).check();
            } catch (Utf8Stream.NotUtf8Exception e) {
                encoding = Encoding.GB18030;
            }
            read(file, text(file, encoding));
        } else {
            throw new FileRefusal(RefusalCode.FORMAT_UNKNOWN);
        }
    }

    private static RecordSource text(InputFile file, Encoding encoding) {
        return new TextRecords(file, encoding, ',', Optional.empty(), bytes -> {});
    }

    /** Reads to the end once, so that nothing is kept of a file in another encoding. */
    private record Whole(RecordSource source) {
        void check() throws IOException {
            source.forEach(record -> true);
        }
    }

    private void read(InputFile file, RecordSource source) throws IOException {
        Header header = new Header();
        long[] seen = new long[1];
        source.forEach(record -> {
            if (header.cells.isEmpty()) {
                header.read(record);
            } else if (!blank(record)) {
                seen[0]++;
                take(file, header, record);
            }
            return true;
        });
        if (seen[0] == 0) {
            throw new FileRefusal(RefusalCode.HEADER_ONLY);
        }
    }

    private void take(InputFile file, Header header, FileRecord record) {
        if (record.broken() || record.count() < header.width) {
            RejectCode fault = record.broken() ? record.fault() : RejectCode.FIELD_COUNT;
            rows.refuse(new Refused(file.name(), record.line(), "", "", fault));
            return;
        }
        Map<AggregateColumn, String> cells = new HashMap<>();
        header.cells.forEach((column, at) -> cells.put(column, record.text(at).strip()));
        rows.add(file.name(), record.line(), cells);
    }

    private static boolean blank(FileRecord record) {
        for (int i = 0; i < record.count(); i++) {
            if (!record.blank(i)) {
                return false;
            }
        }
        return !record.broken();
    }

    /** Where the columns are. */
    private static final class Header {
        private final Map<AggregateColumn, Integer> cells = new HashMap<>();
        private int width;

        /** @throws FileRefusal when a column is missing or appears twice */
        void read(FileRecord record) {
            if (blank(record)) {
                return;
            }
            width = record.count();
            for (int i = 0; i < record.count(); i++) {
                int at = i;
                String heading = record.text(i).strip();
                AggregateColumn.of(heading).ifPresent(column -> {
                    if (cells.put(column, at) != null) {
                        throw new FileRefusal(RefusalCode.COLUMN_TWICE, record.line(), heading, Text.same(""));
                    }
                });
            }
            for (AggregateColumn column : AggregateColumn.REQUIRED) {
                if (!cells.containsKey(column)) {
                    throw new FileRefusal(
                            RefusalCode.COLUMN_MISSING, record.line(), column.code(), Text.same(column.code()));
                }
            }
        }
    }
}
