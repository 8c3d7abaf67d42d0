package org.signalup.intake.internal;

import java.io.IOException;
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
import org.signalup.intake.internal.structure.Structures;

/**
 * What a file holds, before its format is known.
 *
 * @param structured the records of a file that is no table
 */
public record Content(InputFile file, FileKind kind, Encoding encoding, Optional<RecordSource> structured) {
    /** @throws org.signalup.intake.internal.file.Utf8Stream.NotUtf8Exception when the encoding is another one */
    public static Content of(InputFile file, FileKind kind, Encoding encoding, Structures structures)
            throws IOException {
        return new Content(file, kind, encoding, structures.find(file, kind, encoding));
    }

    /** The records from the first line on; see {@link TextRecords} for {@code digest} and {@code onBytes}. */
    public RecordSource records(char delimiter, Engine engine, Optional<MessageDigest> digest, LongConsumer onBytes) {
        return structured.orElseGet(() -> switch (kind) {
            case PARQUET -> new ParquetRecords(engine, file);
            case XLSX -> new XlsxRecords(file);
            default -> new TextRecords(file, encoding, delimiter, digest, onBytes);
        });
    }
}
