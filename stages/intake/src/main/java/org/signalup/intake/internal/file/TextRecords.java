package org.signalup.intake.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.function.Predicate;

/** A delimited text file as records. */
public final class TextRecords implements RecordSource {
    private final InputFile file;
    private final Encoding encoding;
    private final char delimiter;
    private final MessageDigest digest;

    /** @param digest sees every byte of the content, once the records were read to the end */
    public TextRecords(InputFile file, Encoding encoding, char delimiter, MessageDigest digest) {
        this.file = file;
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.digest = digest;
    }

    /** @throws Utf8Stream.NotUtf8Exception when the encoding is another one; nothing handed out may be kept then */
    @Override
    public void forEach(Predicate<Record> handler) throws IOException {
        digest.reset();
        try (InputStream raw = file.open(digest);
                InputStream in = encoding.toUtf8(raw)) {
            new CsvRecords(in, delimiter).forEach(handler);
        }
    }
}
