package org.signalup.intake.internal.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.signalup.intake.RefusalCode;

/**
 * Refuses GB18030 text that has UTF-8 pieces in it: a run of at least two three-byte sequences of Chinese characters
 * reads as rare characters in GB18030, and text that means them is practically never met.
 */
final class MixedCheckStream extends FilterInputStream {
    private static final int TWO_CHARACTERS = 6;

    private int run;
    private boolean likeUtf8 = true;

    MixedCheckStream(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        for (int i = offset; i < offset + read; i++) {
            step(bytes[i] & 0xFF);
        }
        return read;
    }

    private void step(int b) {
        if (b >= 0x80) {
            likeUtf8 &= run % 3 == 0 ? b >= 0xE4 && b <= 0xE9 : b <= 0xBF;
            run++;
        } else if (run > 0) {
            if (likeUtf8 && run >= TWO_CHARACTERS && run % 3 == 0) {
                throw new FileRefusal(RefusalCode.ENCODING_INVALID);
            }
            run = 0;
            likeUtf8 = true;
        }
    }
}
