package org.signalup.intake.internal;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.signalup.engine.Engine;
import org.signalup.intake.internal.file.Encoding;
import org.signalup.intake.internal.file.FileKind;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.file.ParquetRecords;
import org.signalup.intake.internal.file.RecordSource;
import org.signalup.intake.internal.file.TextRecords;
import org.signalup.intake.internal.file.XlsxRecords;

/** What a file holds, before its format is known. */
public record Content(InputFile file, FileKind kind, Encoding encoding) {
    /** The records from the first line on; see {@link TextRecords} for {@code digest} and {@code onBytes}. */
    public RecordSource records(char delimiter, Engine engine, Optional<MessageDigest> digest, LongConsumer onBytes) {
        return switch (kind) {
            case TEXT -> new TextRecords(file, encoding, delimiter, digest, onBytes);
            case PARQUET -> new ParquetRecords(engine, file);
            case XLSX -> new XlsxRecords(file);
        };
    }
}
