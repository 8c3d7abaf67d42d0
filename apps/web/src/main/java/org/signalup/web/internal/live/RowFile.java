package org.signalup.web.internal.live;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.signalup.intake.SampleJson;

/**
 * Rows as a file that intake reads.
 *
 * @param linesBefore its first rows that were not sent
 * @param profile that reads it; empty = its headings tell
 * @param unused names of what was sent that no column has
 * @param own whether the file was made for this and goes with it
 */
record RowFile(Path file, int linesBefore, Optional<String> profile, Set<String> unused, boolean own)
        implements AutoCloseable {
    /** A line that is no object has too few fields, so that its row is refused for that. */
    private static final String NO_OBJECT = "?";

    /** Longer lines are refused as rows: what is beyond is not looked at. */
    private static final int LONGEST_LINE = 1 << 17;

    private static final int BUFFER = 1 << 14;

    /** One object a line becomes one line of a canonical file; the numbers of lines stay, but for the header. */
    static RowFile ofJsonLines(Body body) throws IOException {
        SampleJson json = new SampleJson();
        Path csv = body.file().resolveSibling(body.file().getFileName() + ".csv");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(body.file()), BUFFER);
                CsvWriter out =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(csv, StandardCharsets.UTF_8)) {
            out.writeRecord(SampleJson.COLUMNS);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int next = in.read();
            while (next >= 0) {
                if (next == '\n') {
                    write(line, json, out);
                } else if (line.size() < LONGEST_LINE) {
                    line.write(next);
                }
                next = in.read();
            }
            if (line.size() > 0) {
                write(line, json, out);
            }
        }
        return new RowFile(csv, 1, Optional.of(SampleJson.PROFILE), json.unused(), true);
    }

    private static void write(ByteArrayOutputStream line, SampleJson json, CsvWriter out) {
        byte[] bytes = line.toByteArray();
        line.reset();
        if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
            out.writeRecord("");
            return;
        }
        out.writeRecord(json.cells(bytes).orElse(new String[] {NO_OBJECT}));
    }

    @Override
    public void close() {
        if (own) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
