package org.signalup.intake.internal.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.signalup.domain.Text;
import org.signalup.intake.RefusalCode;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/** How one file by itself is packed, told by its first bytes and never by its name. */
public enum Compression {
    GZIP(".gz", 0x1f, 0x8b),
    BZIP2(".bz2", 'B', 'Z', 'h', 0, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59),
    BZIP2_EMPTY(".bz2", 'B', 'Z', 'h', 0, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90),
    XZ(".xz", 0xFD, '7', 'z', 'X', 'Z', 0);

    /** Bytes to look at. */
    static final int MAGIC = 10;

    private static final int BUFFER = 1 << 16;

    private final String ending;
    private final int[] magic;

    /** @param magic 0 = any */
    Compression(String ending, int... magic) {
        this.ending = ending;
        this.magic = magic;
    }

    /** Empty for what is not packed so. */
    static Optional<Compression> of(byte[] head) {
        for (Compression one : values()) {
            if (one.begins(head)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** A name without the ending that says how the file is packed. */
    public static String plain(String name) {
        for (Compression one : values()) {
            if (name.toLowerCase(Locale.ROOT).endsWith(one.ending)) {
                return name.substring(0, name.length() - one.ending.length());
            }
        }
        return name;
    }

    private boolean begins(byte[] head) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (magic[i] != 0 && (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** What was packed; asks for no more memory than we have. */
    InputStream unpack(InputStream packed) throws IOException {
        return switch (this) {
            case GZIP -> new GZIPInputStream(packed, BUFFER);
            case BZIP2, BZIP2_EMPTY -> new BZip2CompressorInputStream(packed, true);
            case XZ -> new XZInputStream(packed, UnpackLimits.MEMORY_KIB);
        };
    }

    /** What is said of one that cannot be unpacked. */
    FileRefusal refusal(IOException why) {
        if (why instanceof MemoryLimitException) {
            return new FileRefusal(RefusalCode.ARCHIVE_BOMB, Text.same(why.getMessage()));
        }
        return this == GZIP
                ? new FileRefusal(RefusalCode.GZIP_BROKEN)
                : new FileRefusal(RefusalCode.PACKED_BROKEN, Text.same(ending.substring(1)));
    }

    /** Whether it tells that the packed bytes are wrong, and not that they cannot be had. */
    boolean broken(IOException why) {
        return this != GZIP || why instanceof EOFException || why instanceof java.util.zip.ZipException;
    }
}
