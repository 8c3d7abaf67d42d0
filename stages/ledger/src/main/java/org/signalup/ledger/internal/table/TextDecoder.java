package org.signalup.ledger.internal.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to text: UTF-8, UTF-8 or UTF-16 with BOM, else GB18030. One file has one encoding; anything else is said. */
public final class TextDecoder {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Longest physical line of a table; real rows are some hundred bytes. */
    private static final int LONGEST_LINE = 1 << 20;
    /** A line with this many three-byte characters that are all valid UTF-8 is hardly anything else. */
    private static final int EVIDENT = 2;

    private TextDecoder() {}

    /** Decodes a table: besides the encoding, looks for binary content and lines beyond all reason.
     *
     * @throws UnreadableException when it is no text, or text in two encodings
     */
    public static String table(byte[] bytes) throws UnreadableException {
        refuseForeign(bytes);
        if (!utf16(bytes)) {
            refuseLongLine(bytes);
            refuseBinary(bytes);
        }
        return decode(bytes);
    }

    /** Decodes any text.
     *
     * @throws UnreadableException when the encoding cannot be told
     */
    public static String decode(byte[] bytes) throws UnreadableException {
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            return strictOr(bytes, 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xff, 0xfe)) {
            return strictOr(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xfe, 0xff)) {
            return strictOr(bytes, 2, StandardCharsets.UTF_16BE);
        }
        String utf8 = strict(bytes, 0, bytes.length, StandardCharsets.UTF_8);
        return utf8 != null ? utf8 : gb18030(bytes);
    }

    private static String gb18030(byte[] bytes) throws UnreadableException {
        long line = 1;
        long utf8Line = 0;
        long otherLine = 0;
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i < bytes.length && bytes[i] != '\n') {
                continue;
            }
            if (strict(bytes, start, i, StandardCharsets.UTF_8) == null) {
                otherLine = otherLine == 0 ? line : otherLine;
            } else if (threeByteCharacters(bytes, start, i) >= EVIDENT) {
                utf8Line = utf8Line == 0 ? line : utf8Line;
            }
            start = i + 1;
            line++;
        }
        if (utf8Line > 0 && otherLine > 0) {
            throw UnreadableException.row(
                    Math.max(utf8Line, otherLine),
                    "ENCODING_MIXED",
                    "一个文件里有两种编码：第 " + utf8Line + " 行是 UTF-8，第 " + otherLine + " 行不是（应为：全文同一编码）",
                    "two encodings in one file: line " + utf8Line + " is UTF-8, line " + otherLine
                            + " is not (expected: one encoding throughout)");
        }
        String text = strict(bytes, 0, bytes.length, GB18030);
        if (text == null) {
            throw unknown(otherLine);
        }
        return text;
    }

    private static int threeByteCharacters(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if ((bytes[i] & 0xf0) == 0xe0) {
                count++;
            }
        }
        return count;
    }

    private static String strictOr(byte[] bytes, int from, Charset charset) throws UnreadableException {
        String text = strict(bytes, from, bytes.length, charset);
        if (text == null) {
            throw unknown(0);
        }
        return text;
    }

    private static UnreadableException unknown(long row) {
        return UnreadableException.row(
                row,
                "ENCODING_UNKNOWN",
                "编码无法识别（应为：UTF-8、带 BOM 的 UTF-8/UTF-16 或 GB18030）",
                "the encoding is not known (expected: UTF-8, UTF-8 or UTF-16 with BOM, or GB18030)");
    }

    private static String strict(byte[] bytes, int from, int to, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from));
            return text.toString();
        } catch (CharacterCodingException notThis) {
            return null;
        }
    }

    private static void refuseForeign(byte[] bytes) throws UnreadableException {
        if (starts(bytes, 'P', 'K', 3, 4)) {
            throw UnreadableException.file(
                    "NOT_CSV",
                    "这是 XLSX/ZIP，不是 CSV（请把扩展名改为 .xlsx）",
                    "this is XLSX or ZIP, not CSV (rename it to .xlsx)");
        }
        if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw UnreadableException.file(
                    "NOT_CSV", "这是旧版 XLS（请另存为 .xlsx 或 CSV）", "this is old XLS (save it as .xlsx or CSV)");
        }
    }

    private static void refuseLongLine(byte[] bytes) throws UnreadableException {
        int start = 0;
        long line = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                start = i + 1;
                line++;
            } else if (i - start >= LONGEST_LINE) {
                throw UnreadableException.row(
                        line,
                        "LINE_TOO_LONG",
                        "一行超过 1 MB（应为：每条记录一行）",
                        "one line is longer than 1 MB (expected: one record a line)");
            }
        }
    }

    private static void refuseBinary(byte[] bytes) throws UnreadableException {
        long line = 1;
        for (byte b : bytes) {
            if (b == '\n') {
                line++;
            } else if (b >= 0 && b < 32 && b != '\t' && b != '\r' && b != '\f') {
                throw UnreadableException.row(
                        line,
                        "NOT_TEXT",
                        "这不是文本文件（含控制字符 0x" + Integer.toHexString(b) + "）",
                        "this is not a text file (control character 0x" + Integer.toHexString(b) + ")");
            }
        }
    }

    private static boolean utf16(byte[] bytes) {
        return starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);
    }

    private static boolean starts(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
