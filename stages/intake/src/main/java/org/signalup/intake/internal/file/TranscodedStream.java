package org.signalup.intake.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.signalup.intake.RefusalCode;

/** Turns another encoding into UTF-8, strictly: what does not decode refuses the file. */
final class TranscodedStream extends InputStream {
    private static final int CHARS = 1 << 14;

    private final Reader reader;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final CharBuffer chars = CharBuffer.allocate(CHARS).limit(0);
    private final ByteBuffer bytes = ByteBuffer.allocate(CHARS * 3).limit(0);
    private boolean ended;

    TranscodedStream(InputStream in, Charset charset) {
        this.reader = new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!bytes.hasRemaining()) {
            if (ended) {
                return -1;
            }
            next();
        }
        int count = Math.min(length, bytes.remaining());
        bytes.get(target, offset, count);
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private void next() throws IOException {
        chars.compact();
        try {
            ended = reader.read(chars) < 0;
        } catch (CharacterCodingException e) {
            throw new FileRefusal(RefusalCode.ENCODING_INVALID);
        }
        chars.flip();
        for (int i = chars.position(); i < chars.limit(); i++) {
            if (chars.get(i) == 0) {
                throw new FileRefusal(RefusalCode.NOT_TEXT);
            }
        }
        bytes.clear();
        if (encoder.encode(chars, bytes, ended).isError()) {
            throw new FileRefusal(RefusalCode.ENCODING_INVALID);
        }
        bytes.flip();
    }
}
