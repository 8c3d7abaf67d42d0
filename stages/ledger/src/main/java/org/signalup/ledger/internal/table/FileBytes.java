package org.signalup.ledger.internal.table;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The content of one input file, unpacked when it is gzip, whatever its name says. */
public final class FileBytes {
    /** A nation's ledger is some 30 MB; far beyond that something is wrong and memory would run out. */
    private static final int LARGEST = 512 << 20;

    private FileBytes() {}

    /** Reads a file whole.
     *
     * @throws UnreadableException when it is empty, too large or a damaged gzip
     */
    public static byte[] read(Path file) throws UnreadableException {
        try {
            if (Files.size(file) > LARGEST) {
                throw tooLarge();
            }
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length == 0) {
                throw UnreadableException.file("FILE_EMPTY", "文件是空的", "the file is empty");
            }
            return isGzip(bytes) ? unpacked(bytes) : bytes;
        } catch (IOException failed) {
            throw UnreadableException.file(
                    "FILE_UNREADABLE", "读不了文件：" + failed.getMessage(), "cannot be read: " + failed.getMessage());
        }
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    private static byte[] unpacked(byte[] bytes) throws UnreadableException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw tooLarge();
            }
            if (content.length == 0) {
                throw UnreadableException.file("FILE_EMPTY", "压缩包里的文件是空的", "the packed file is empty");
            }
            return content;
        } catch (EOFException | ZipException damaged) {
            throw UnreadableException.file(
                    "GZIP_DAMAGED",
                    "gzip 不完整或已损坏（应为：完整的 .gz，请重新传输）",
                    "the gzip is truncated or damaged (expected: a whole .gz; transfer it again)");
        } catch (IOException failed) {
            throw UnreadableException.file("GZIP_DAMAGED", "gzip 读不了", "the gzip cannot be read");
        }
    }

    private static UnreadableException tooLarge() {
        return UnreadableException.file(
                "FILE_TOO_LARGE",
                "文件超过 " + (LARGEST >> 20) + " MB",
                "the file is larger than " + (LARGEST >> 20) + " MB");
    }
}
