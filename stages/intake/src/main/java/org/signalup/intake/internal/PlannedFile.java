package org.signalup.intake.internal;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import org.signalup.engine.Engine;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.Encoding;
import org.signalup.intake.internal.file.FileKind;
import org.signalup.intake.internal.file.FileRecord;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.file.ParquetRecords;
import org.signalup.intake.internal.file.RecordSource;
import org.signalup.intake.internal.file.TextRecords;
import org.signalup.intake.internal.file.Utf8Stream;
import org.signalup.intake.internal.file.XlsxRecords;
import org.signalup.intake.internal.profile.Detection;
import org.signalup.intake.internal.profile.Detection.Line;

/** A file whose kind, encoding and format are known. */
record PlannedFile(InputFile file, FileKind kind, Encoding encoding, Detection.Found found, String headDigest) {
    private static final int HEAD = 1 << 16;
    private static final int FIRST_LINES = 20;

    /**
     * Looks at the beginning of a file.
     *
     * @throws FileRefusal when it cannot hold samples
     */
    static PlannedFile inspect(InputFile file, Detection detection, Engine engine) {
        try {
            byte[] head = file.head(HEAD);
            FileKind kind = FileKind.of(head);
            Encoding encoding = kind == FileKind.TEXT ? Encoding.of(head) : Encoding.UTF_8;
            String digest = HexFormat.of().formatHex(InputFile.sha256().digest(head));
            try {
                return new PlannedFile(file, kind, encoding, detect(file, kind, encoding, detection, engine), digest);
            } catch (Utf8Stream.NotUtf8Exception e) {
                Encoding other = Encoding.GB18030;
                return new PlannedFile(file, kind, other, detect(file, kind, other, detection, engine), digest);
            }
        } catch (IOException e) {
            throw new FileRefusal(RefusalCode.FILE_UNREADABLE);
        }
    }

    PlannedFile in(Encoding other) {
        return new PlannedFile(file, kind, other, found, headDigest);
    }

    /** The records from the first line on. */
    RecordSource records(Engine engine, MessageDigest digest, LongConsumer onBytes) {
        return records(file, kind, encoding, found.profile().delimiter(), engine, digest, onBytes);
    }

    private static Detection.Found detect(
            InputFile file, FileKind kind, Encoding encoding, Detection detection, Engine engine) throws IOException {
        FirstLines lines = new FirstLines(kind == FileKind.PARQUET ? 1 : FIRST_LINES);
        try {
            return detection.detect(delimiter -> {
                RecordSource source = records(file, kind, encoding, delimiter, engine, InputFile.sha256(), bytes -> {});
                return lines.of(source);
            });
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static RecordSource records(
            InputFile file,
            FileKind kind,
            Encoding encoding,
            char delimiter,
            Engine engine,
            MessageDigest digest,
            LongConsumer onBytes) {
        return switch (kind) {
            case TEXT -> new TextRecords(file, encoding, delimiter, digest, onBytes);
            case PARQUET -> new ParquetRecords(engine, file);
            case XLSX -> new XlsxRecords(file);
        };
    }

    /** The first lines of a source. */
    private static final class FirstLines {
        private final int most;

        FirstLines(int most) {
            this.most = most;
        }

        List<Line> of(RecordSource source) {
            List<Line> lines = new ArrayList<>();
            try {
                source.forEach(record -> {
                    lines.add(new Line(record.line(), cells(record)));
                    return lines.size() < most;
                });
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return lines;
        }

        private static List<String> cells(FileRecord record) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < record.count(); i++) {
                cells.add(record.text(i).strip());
            }
            return cells;
        }
    }
}
