package org.signalup.intake.internal.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.signalup.domain.Text;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.UnpackLimits;

/** A ZIP archive. */
record ZipMembers(Path path) implements Members {
    @Override
    public void forEach(Handler handler) throws IOException {
        try (FileChannel file = FileChannel.open(path);
                CountedChannel channel = new CountedChannel(file, UnpackLimits.LONGEST_DIRECTORY);
                ZipFile zip = ZipFile.builder()
                        .setSeekableByteChannel(channel)
                        .setCharset(StandardCharsets.UTF_8)
                        .get()) {
            channel.countNoMore();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                boolean plain = !entry.isDirectory() && !entry.isUnixSymlink();
                handler.take(new Member(name(entry), plain, () -> open(zip, entry)));
            }
        }
    }

    /** Chinese Windows writes names in its own code page and does not say so. */
    private static String name(ZipArchiveEntry entry) {
        boolean said = entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME;
        return said || entry.getRawName() == null ? entry.getName() : MemberName.decode(entry.getRawName());
    }

    private static InputStream open(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new FileRefusal(RefusalCode.ARCHIVE_ENCRYPTED, Text.same(name(entry)));
        }
        if (!zip.canReadEntryData(entry)) {
            throw new FileRefusal(RefusalCode.ARCHIVE_BROKEN, Text.same(name(entry)));
        }
        return new Checked(zip.getInputStream(entry), entry.getCrc());
    }

    /** Says so when the content is not the one that was packed. */
    private static final class Checked extends FilterInputStream {
        private final long expected;
        private final CRC32 crc = new CRC32();

        Checked(InputStream in, long expected) {
            super(in);
            this.expected = expected;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read > 0) {
                crc.update(bytes, offset, read);
            } else if (read < 0 && crc.getValue() != expected) {
                throw new IOException("CRC");
            }
            return read;
        }
    }
}
