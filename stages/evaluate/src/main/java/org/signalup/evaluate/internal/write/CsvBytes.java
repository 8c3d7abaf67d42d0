package org.signalup.evaluate.internal.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CSV file of the contract, cell by cell: UTF-8, LF, minimal quoting, numbers in fixed decimals half up. */
final class CsvBytes implements Closeable {
    private static final int BUFFER = 1 << 16;
    /** No number written here is longer. */
    private static final int LONGEST_NUMBER = 32;
    /** Beyond this a double times a power of ten says too little about what comes after its point. */
    private static final double LARGEST_SCALED = 1e11;
    /** Far more than the error of one multiplication below that. */
    private static final double TIE_MARGIN = 1e-4;

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] digits = new byte[LONGEST_NUMBER];
    private int length;
    private boolean inRow;

    CsvBytes(Path file) throws IOException {
        this.out = Files.newOutputStream(file);
    }

    /** The bytes of a text as a cell; what would be read as the beginning of a comment is quoted, too. */
    static byte[] cell(String text, boolean first) {
        boolean quote = first && text.startsWith("#");
        for (int i = 0; i < text.length() && !quote; i++) {
            quote = switch (text.charAt(i)) {
                case ',', '"', '\n', '\r' -> true;
                default -> false;
            };
        }
        return (quote ? '"' + text.replace("\"", "\"\"") + '"' : text).getBytes(StandardCharsets.UTF_8);
    }

    /** An empty cell. */
    void nothing() throws IOException {
        separate(0);
    }

    /** A cell made by {@link #cell}. */
    void bytes(byte[] cell) throws IOException {
        separate(cell.length);
        if (cell.length > buffer.length - length) {
            flush();
        }
        if (cell.length > buffer.length) {
            out.write(cell);
            return;
        }
        System.arraycopy(cell, 0, buffer, length, cell.length);
        length += cell.length;
    }

    void whole(long value) throws IOException {
        separate(LONGEST_NUMBER);
        if (value < 0) {
            ascii(Long.toString(value));
        } else {
            digits(value, 1);
        }
    }

    /** A number of thousandths. */
    void thousandths(long value) throws IOException {
        if (value < 0) {
            separate(LONGEST_NUMBER);
            ascii(BigDecimal.valueOf(value, 3).toPlainString());
        } else {
            fixed(value, 3);
        }
    }

    /** The exact value of the double, rounded half up. */
    void decimal(double value, int decimals) throws IOException {
        double scaled = value * POWERS[decimals];
        double whole = Math.floor(scaled);
        boolean clear = Math.abs(scaled - whole - 0.5) > TIE_MARGIN;
        if (scaled >= 0 && scaled < LARGEST_SCALED && clear) {
            fixed(scaled - whole > 0.5 ? (long) whole + 1 : (long) whole, decimals);
        } else {
            bytes(rounded(value, decimals).toPlainString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The exact value of the double, rounded half up, without trailing zeros. */
    void plain(double value, int decimals) throws IOException {
        BigDecimal rounded = rounded(value, decimals);
        String text = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static BigDecimal rounded(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private void fixed(long scaled, int decimals) throws IOException {
        separate(LONGEST_NUMBER);
        digits(scaled / POWERS[decimals], 1);
        buffer[length++] = '.';
        digits(scaled % POWERS[decimals], decimals);
    }

    /** At least {@code least} digits of a number that is not negative. */
    private void digits(long value, int least) {
        int at = digits.length;
        long rest = value;
        while (rest > 0 || digits.length - at < least) {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        System.arraycopy(digits, at, buffer, length, digits.length - at);
        length += digits.length - at;
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            buffer[length++] = (byte) text.charAt(i);
        }
    }

    /** Goes to the next cell and makes room for it. */
    private void separate(int room) throws IOException {
        if (buffer.length - length < Math.min(room, LONGEST_NUMBER) + 2) {
            flush();
        }
        if (inRow) {
            buffer[length++] = ',';
        }
        inRow = true;
    }

    void endRow() throws IOException {
        if (length == buffer.length) {
            flush();
        }
        buffer[length++] = '\n';
        inRow = false;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
