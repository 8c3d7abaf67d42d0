package org.signalup.intake.internal.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.signalup.domain.Text;
import org.signalup.intake.RefusalCode;

/** The encodings read. Without a byte-order mark, text that is valid UTF-8 is UTF-8; other text is GB18030 or refused. */
public enum Encoding {
    UTF_8,
    UTF_16,
    GB18030;

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final Charset CHINESE = Charset.forName("GB18030");

    /** Tells the encoding by the beginning of a file, which may break off within a character. */
    public static Encoding of(byte[] head) throws IOException {
        boolean little = head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE;
        boolean big = head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF;
        if (little || big) {
            return UTF_16;
        }
        for (byte b : head) {
            if (b == 0) {
                throw zeroByte(new ByteArrayInputStream(head), UTF_8);
            }
        }
        try {
            new Utf8Stream(InputStream.nullInputStream()).check(head, 0, head.length);
            return UTF_8;
        } catch (IOException e) {
            if (decodes(head)) {
                return GB18030;
            }
            throw new FileRefusal(RefusalCode.ENCODING_INVALID);
        }
    }

    private static boolean decodes(byte[] head) {
        CharsetDecoder decoder = CHINESE.newDecoder();
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false)
                .isError();
    }

    /** That text has a zero byte, and in which line: after a loss of power whole blocks of a log may be such. */
    static FileRefusal zeroByte(InputStream content, Encoding encoding) throws IOException {
        Charset letters = encoding == UTF_16 ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
        LineNumberReader text = new LineNumberReader(new InputStreamReader(content, letters));
        int letter = text.read();
        while (letter > 0) {
            letter = text.read();
        }
        return new FileRefusal(
                RefusalCode.NOT_TEXT, text.getLineNumber() + 1L, "", Text.of("这一行有零字节", "a zero byte in this line"));
    }

    /** The same text in UTF-8 without a byte-order mark. */
    public InputStream toUtf8(InputStream in) throws IOException {
        return switch (this) {
            case UTF_16 -> new TranscodedStream(in, StandardCharsets.UTF_16);
            case GB18030 -> withoutMark(new TranscodedStream(new MixedCheckStream(in), CHINESE));
            case UTF_8 -> new Utf8Stream(withoutMark(in));
        };
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        byte[] mark = in.readNBytes(UTF_8_MARK.length);
        if (Arrays.equals(mark, UTF_8_MARK)) {
            return in;
        }
        PushbackInputStream whole = new PushbackInputStream(in, UTF_8_MARK.length);
        whole.unread(mark);
        return whole;
    }
}
