package org.signalup.live.internal.inbox;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Optional;
import org.signalup.domain.Sha256;
import org.signalup.live.Batch;

/**
 * A message as a segment holds it: length, SHA-256 of the rest, length of the batch, batch as JSON, rows as lines of a canonical
 * sample file.
 *
 * @param rows UTF-8 lines without their header
 */
// Nobody compares entries.
@SuppressWarnings("ArrayRecordComponent")
public record Entry(Batch batch, byte[] rows) {
    static final int DIGEST = 32;
    static final int HEAD = Integer.BYTES + DIGEST;

    /** What is written. */
    public byte[] bytes() {
        byte[] json = BatchJson.bytes(batch);
        int length = Integer.BYTES + json.length + rows.length;
        ByteBuffer buffer = ByteBuffer.allocate(HEAD + length);
        buffer.putInt(length).position(HEAD);
        buffer.putInt(json.length).put(json).put(rows);
        byte[] bytes = buffer.array();
        MessageDigest sha256 = Sha256.begin();
        sha256.update(bytes, HEAD, length);
        buffer.position(Integer.BYTES);
        buffer.put(sha256.digest());
        return bytes;
    }

    /** Reads what follows the head; empty when it is not what was written. */
    static Optional<Entry> parse(byte[] digest, byte[] payload) throws IOException {
        if (!MessageDigest.isEqual(digest, Sha256.begin().digest(payload))) {
            return Optional.empty();
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        Batch batch = BatchJson.parse(in.readNBytes(in.readInt()));
        return Optional.of(new Entry(batch, in.readAllBytes()));
    }
}
