package org.signalup.intake.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.signalup.domain.Text;
import org.signalup.intake.RefusalCode;

/**
 * Looks through an XLSX before any XML parser does: entries that unpack to too much, and document types or entities,
 * which no spreadsheet program writes. Sizes are counted while unpacking; what the archive claims is not believed.
 */
final class XlsxGuard {
    private static final long LARGEST_TOTAL = 256L << 20;
    private static final long SUSPICIOUS_SIZE = 8L << 20;
    private static final long LARGEST_RATIO = 150;
    private static final int MOST_ENTRIES = 2_000;
    private static final byte[] DECLARATION = "<!".getBytes(StandardCharsets.US_ASCII);

    private long total;

    private XlsxGuard() {}

    static void check(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw unsafe("压缩包内条目过多", "too many entries");
            }
            XlsxGuard guard = new XlsxGuard();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                guard.check(zip, entry);
            }
        } catch (ZipException e) {
            throw new FileRefusal(RefusalCode.XLSX_BROKEN);
        }
    }

    private void check(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        Declarations declarations = new Declarations();
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                total += read;
                boolean bomb = size > SUSPICIOUS_SIZE && size > LARGEST_RATIO * Math.max(entry.getCompressedSize(), 1);
                if (bomb || total > LARGEST_TOTAL) {
                    throw unsafe("解压后过大：" + entry.getName(), "unpacks to too much: " + entry.getName());
                }
                if (xml && declarations.in(buffer, read)) {
                    throw unsafe("含 DOCTYPE 或实体：" + entry.getName(), "DOCTYPE or entity in " + entry.getName());
                }
            }
        }
    }

    private static FileRefusal unsafe(String zh, String en) {
        return new FileRefusal(RefusalCode.XLSX_UNSAFE, Text.of(zh, en));
    }

    /** Finds {@code <!D} and {@code <!E}, in UTF-8 and (by ignoring zero bytes) in UTF-16. */
    private static final class Declarations {
        private int matched;

        boolean in(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                byte b = bytes[i];
                if (b == 0) {
                    continue;
                }
                if (matched == DECLARATION.length && (b == 'D' || b == 'E')) {
                    return true;
                }
                boolean next = matched < DECLARATION.length && b == DECLARATION[matched];
                matched = next ? matched + 1 : b == DECLARATION[0] ? 1 : 0;
            }
            return false;
        }
    }
}
