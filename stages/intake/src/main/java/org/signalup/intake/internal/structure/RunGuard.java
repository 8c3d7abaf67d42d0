package org.signalup.intake.internal.structure;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.FileRefusal;

/** Refuses XML in which no tag begins for a mebibyte: a parser would take all of it into memory as one text or attribute. */
final class RunGuard extends FilterInputStream {
    private static final int LONGEST_RUN = 1 << 20;

    private int run;

    RunGuard(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        for (int i = offset; i < offset + read; i++) {
            run = bytes[i] == '<' ? 0 : run + 1;
            if (run > LONGEST_RUN) {
                throw new FileRefusal(RefusalCode.LINE_TOO_LONG);
            }
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }
}
