package org.signalup.intake.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.signalup.intake.RefusalCode;

/** A delimited text file as records. */
public final class TextRecords implements RecordSource {
    private final InputFile file;
    private final Encoding encoding;
    private final char delimiter;
    private final Optional<MessageDigest> digest;
    private final LongConsumer onBytes;

    /**
     * @param digest has seen every byte of the content once the records were read to the end
     * @param onBytes hears how many bytes came off the disk
     */
    public TextRecords(
            InputFile file, Encoding encoding, char delimiter, Optional<MessageDigest> digest, LongConsumer onBytes) {
        this.file = file;
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.digest = digest;
        this.onBytes = onBytes;
    }

    /** @throws Utf8Stream.NotUtf8Exception when the encoding is another one; nothing handed out may be kept then */
    @Override
    public void forEach(Predicate<FileRecord> handler) throws IOException {
        digest.ifPresent(MessageDigest::reset);
        try (InputStream raw = file.open(digest, onBytes);
                InputStream in = encoding.toUtf8(raw)) {
            new CsvRecords(in, delimiter).forEach(handler);
        } catch (FileRefusal refusal) {
            throw refusal.code() == RefusalCode.NOT_TEXT ? zeroByte() : refusal;
        }
    }

    /** Lines are counted only when there is one to name. */
    private FileRefusal zeroByte() throws IOException {
        try (InputStream raw = file.open(Optional.empty(), bytes -> {})) {
            return Encoding.zeroByte(raw, encoding);
        }
    }
}
