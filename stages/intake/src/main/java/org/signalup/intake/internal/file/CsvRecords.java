package org.signalup.intake.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Predicate;
import org.signalup.domain.Text;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.RejectCode;

/**
 * Splits delimited UTF-8 text into records without making strings: RFC 4180 quoting for commas and semicolons, none for
 * tabs and blanks. Blank lines are passed over. One instance reads one stream.
 */
public final class CsvRecords {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final int NOT_PLAIN = -2;
    private static final int LONGEST_RECORD = 1 << 20;
    /** No text holds it: it was refused before. */
    private static final char NEVER = 0;

    private static final int FIRST_BUFFER = 1 << 18;

    private final InputStream in;
    private final byte delimiter;
    private final boolean quoting;
    private final long delimiters;
    private final FileRecord current = new FileRecord();
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int position;
    private int limit;
    private boolean ended;
    private boolean begun;
    private boolean returns;
    private long line = 1;
    private int linesInRecord;
    private boolean doubledQuotes;

    CsvRecords(InputStream in, char delimiter) {
        this.in = in;
        this.delimiter = (byte) delimiter;
        this.quoting = delimiter == ',' || delimiter == ';';
        this.delimiters = EACH_BYTE * delimiter;
    }

    /** Whole lines, each a record of one cell. */
    public static CsvRecords lines(InputStream utf8) {
        return new CsvRecords(utf8, NEVER);
    }

    /** Fields between commas, quoted where they hold one. */
    public static CsvRecords commas(InputStream utf8) {
        return new CsvRecords(utf8, ',');
    }

    /** Hands out records in order until {@code handler} says false. */
    public void forEach(Predicate<FileRecord> handler) throws IOException {
        while (true) {
            int next = scanPlainRecord();
            if (next == NOT_PLAIN) {
                next = scan();
            }
            if (next < 0) {
                fill();
                continue;
            }
            current.bytes = buffer;
            current.line = line;
            line += linesInRecord;
            position = next;
            boolean blank = current.count == 1 && current.blank(0) && !current.broken();
            if (!blank && !handler.test(current)) {
                return;
            }
            if (ended && position >= limit) {
                return;
            }
        }
    }

    /**
     * The quick way for a record without quotes that ends eight bytes before what is read, eight bytes at a time. Returns
     * where the next record starts, or {@link #NOT_PLAIN}.
     */
    private int scanPlainRecord() {
        current.clear();
        linesInRecord = 1;
        byte[] bytes = buffer;
        int start = position;
        int last = delimiter == ' ' ? 0 : limit - Long.BYTES;
        for (int at = start; at <= last; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at);
            if (quoting && same(eight, EACH_BYTE * '"') != 0) {
                return NOT_PLAIN;
            }
            long marks = same(eight, delimiters) | same(eight, EACH_BYTE * '\n');
            while (marks != 0) {
                int end = at + (Long.numberOfTrailingZeros(marks) >>> 3);
                if (bytes[end] == '\n') {
                    add(start, end > start && bytes[end - 1] == '\r' ? end - 1 : end);
                    return end + 1;
                }
                add(start, end);
                start = end + 1;
                marks &= marks - 1;
            }
        }
        return NOT_PLAIN;
    }

    /** The high bit of each of eight bytes that is the same in both. */
    private static long same(long eight, long other) {
        long different = eight ^ other;
        return ~(((different & LOW_BITS) + LOW_BITS) | different | LOW_BITS);
    }

    /** Scans one record from {@link #position}; returns where the next starts, or −1 when more bytes are needed. */
    private int scan() {
        current.clear();
        linesInRecord = 0;
        doubledQuotes = false;
        int at = position;
        while (true) {
            int end = quoting && at < limit && buffer[at] == '"' ? scanQuoted(at + 1) : scanPlain(at);
            if (end < 0) {
                return -1;
            }
            if (end >= limit || buffer[end] == '\n') {
                linesInRecord++;
                unescape();
                return Math.min(end + 1, limit);
            }
            at = end + 1;
            while (delimiter == ' ' && at < limit && buffer[at] == ' ') {
                at++;
            }
        }
    }

    /** Returns the position of what ended the field: delimiter, line feed or the end of the file. */
    private int scanPlain(int start) {
        byte[] bytes = buffer;
        int at = start;
        while (at < limit && bytes[at] != delimiter && bytes[at] != '\n') {
            at++;
        }
        if (at == limit && !ended) {
            return -1;
        }
        boolean lineEnd = at == limit || bytes[at] == '\n';
        int end = lineEnd && at > start && bytes[at - 1] == '\r' ? at - 1 : at;
        add(start, end);
        return at;
    }

    /** Between tabs quotes protect nothing, but spreadsheet programs write them around cells all the same. */
    private void add(int start, int end) {
        boolean within = delimiter == '\t' && end - start >= 2 && buffer[start] == '"' && buffer[end - 1] == '"';
        current.add(within ? start + 1 : start, within ? end - 1 : end);
    }

    private int scanQuoted(int start) {
        int lines = linesInRecord;
        int at = start;
        while (true) {
            while (at < limit && buffer[at] != '"') {
                linesInRecord += buffer[at] == '\n' ? 1 : 0;
                at++;
            }
            if (at >= limit - 1 && !ended) {
                return -1;
            }
            if (at + 1 < limit && buffer[at + 1] == '"') {
                doubledQuotes = true;
                at += 2;
                continue;
            }
            if (at >= limit) {
                linesInRecord = lines;
                return neverClosed(start);
            }
            current.add(start, at);
            return afterQuote(at + 1);
        }
    }

    /** A quote that nothing closes up to the end of the file spoils its own line; what follows are rows again. */
    private int neverClosed(int start) {
        current.fault = RejectCode.QUOTE_OPEN;
        int at = start;
        while (at < limit && buffer[at] != '\n') {
            at++;
        }
        current.add(start, at);
        return at;
    }

    private int afterQuote(int from) {
        int at = from;
        if (at < limit && buffer[at] == '\r') {
            at++;
        }
        while (at < limit && buffer[at] != delimiter && buffer[at] != '\n') {
            current.fault = RejectCode.QUOTE_OPEN;
            at++;
        }
        return at >= limit && !ended ? -1 : Math.min(at, limit);
    }

    /** Only now, when the record is complete: a record that needs more bytes is scanned again from its start. */
    private void unescape() {
        if (!doubledQuotes) {
            return;
        }
        for (int cell = 0; cell < current.count; cell++) {
            int start = current.starts[cell];
            if (start == position || buffer[start - 1] != '"') {
                continue;
            }
            int to = start;
            for (int from = start; from < current.ends[cell]; from++) {
                buffer[to++] = buffer[from];
                from += buffer[from] == '"' ? 1 : 0;
            }
            current.ends[cell] = to;
        }
    }

    private void fill() throws IOException {
        int kept = limit - position;
        if (kept >= LONGEST_RECORD) {
            throw new FileRefusal(
                    RefusalCode.LINE_TOO_LONG, line, "", Text.of("引号未闭合或不是文本表格", "an open quote, or no table of text"));
        }
        if (kept * 2 > buffer.length) {
            byte[] wider = new byte[buffer.length * 2];
            System.arraycopy(buffer, position, wider, 0, kept);
            buffer = wider;
        } else {
            System.arraycopy(buffer, position, buffer, 0, kept);
        }
        position = 0;
        limit = kept;
        while (limit < buffer.length && !ended) {
            int read = in.read(buffer, limit, buffer.length - limit);
            ended = read < 0;
            limit += Math.max(read, 0);
        }
        feedLines(kept);
    }

    /** Lines that end by a carriage return alone, as on old Macs, have no line feed from the beginning on: they get theirs here. */
    private void feedLines(int from) {
        if (!begun) {
            begun = true;
            returns = next(from, '\n') == limit;
        }
        if (returns) {
            for (int at = next(from, '\r'); at < limit; at = next(at, '\r')) {
                buffer[at] = '\n';
            }
        }
    }

    private int next(int from, char wanted) {
        int at = from;
        while (at < limit && buffer[at] != wanted) {
            at++;
        }
        return at;
    }

    /** The cells of one line of text, for looking at headers. */
    static String[] cells(FileRecord record) {
        String[] cells = new String[record.count()];
        Arrays.setAll(cells, record::text);
        return cells;
    }
}
