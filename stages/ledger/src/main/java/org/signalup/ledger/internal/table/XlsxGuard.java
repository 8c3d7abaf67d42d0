package org.signalup.ledger.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Looks into a workbook before any XML parser does: sizes first, then document types and entities. */
public final class XlsxGuard {
    private static final long LARGEST_UNPACKED = 512L << 20;
    /** Sheets pack about 10 to 1, rarely 50; a bomb 1000 to 1. */
    private static final long HIGHEST_RATIO = 200;

    private static final long RATIO_MATTERS_FROM = 4L << 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final int CHUNK = 1 << 16;
    private static final int OVERLAP = 32;

    private XlsxGuard() {}

    /** Refuses what is no workbook, or a dangerous one.
     *
     * @throws UnreadableException saying which
     */
    public static void check(Path file) throws UnreadableException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw bomb();
            }
            long packed = Math.max(1, file.toFile().length());
            long unpacked = 0;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    unpacked = scan(in, unpacked, packed);
                }
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw notWorkbook();
            }
        } catch (ZipException damaged) {
            throw notWorkbook();
        } catch (IOException failed) {
            throw UnreadableException.file("XLSX_DAMAGED", "XLSX 不完整或已损坏", "the XLSX is truncated or damaged");
        }
    }

    private static long scan(InputStream in, long before, long packed) throws IOException, UnreadableException {
        long total = before;
        byte[] chunk = new byte[CHUNK];
        String tail = "";
        for (int read = in.readNBytes(chunk, 0, CHUNK); read > 0; read = in.readNBytes(chunk, 0, CHUNK)) {
            total += read;
            if (total > LARGEST_UNPACKED || (total > RATIO_MATTERS_FROM && total / packed > HIGHEST_RATIO)) {
                throw bomb();
            }
            // Zero bytes go, so that UTF-16 hides nothing.
            String text = tail + new String(chunk, 0, read, StandardCharsets.ISO_8859_1).replace("\0", "");
            if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
                throw UnreadableException.file(
                        "XLSX_DTD",
                        "工作簿里有 DTD 或 XML 实体，已拒绝（应为：普通的 .xlsx）",
                        "the workbook carries a DTD or XML entity and is refused (expected: a plain .xlsx)");
            }
            tail = text.substring(Math.max(0, text.length() - OVERLAP));
        }
        return total;
    }

    private static UnreadableException bomb() {
        return UnreadableException.file(
                "XLSX_BOMB",
                "工作簿解压后异常大，已拒绝（应为：解压后不超过 512 MB 且不超过压缩包的 200 倍）",
                "the workbook unpacks to an unreasonable size and is refused (expected: at most 512 MB and 200 times the"
                        + " packed size)");
    }

    private static UnreadableException notWorkbook() {
        return UnreadableException.file("NOT_XLSX", "这不是 XLSX 工作簿", "this is not an XLSX workbook");
    }
}
