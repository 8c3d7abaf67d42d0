package org.signalup.intake.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.signalup.intake.RefusalCode;

/** Passes UTF-8 through and checks it on the way: no zero bytes, no invalid sequence. */
public final class Utf8Stream extends InputStream {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;

    private static final int TWO_CHARACTERS = 6;

    private final InputStream in;
    private int pending;
    private int least = 0x80;
    private int most = 0xBF;
    /** Bytes of the present run beyond ASCII, and whether it has characters of three bytes or more. */
    private int run;

    private boolean wide;
    private boolean multibyteSeen;

    Utf8Stream(InputStream in) {
        this.in = in;
    }

    /** Not UTF-8 after all, and nothing before it that only UTF-8 could be: another encoding may still fit. */
    public static final class NotUtf8Exception extends IOException {
        private NotUtf8Exception() {
            super("not UTF-8");
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read < 0) {
            if (pending > 0) {
                refuse();
            }
            return read;
        }
        check(bytes, offset, offset + read);
        return read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    void check(byte[] bytes, int start, int end) throws IOException {
        int at = start;
        while (at < end) {
            int from = at;
            while (pending == 0 && at + Long.BYTES <= end && plain((long) LONGS.get(bytes, at))) {
                at += Long.BYTES;
            }
            if (run > 0 && at > from) {
                endRun();
            }
            if (at < end) {
                step(bytes[at++] & 0xFF);
            }
        }
    }

    private static boolean plain(long eight) {
        return ((eight | (eight - LOW_BITS)) & HIGH_BITS) == 0;
    }

    private void step(int b) throws IOException {
        if (pending > 0) {
            if (b < least || b > most) {
                refuse();
            }
            least = 0x80;
            most = 0xBF;
            pending--;
            run++;
        } else if (b == 0) {
            throw new FileRefusal(RefusalCode.NOT_TEXT);
        } else if (b >= 0x80) {
            lead(b);
            run++;
            wide |= b >= 0xE0;
        } else if (run > 0) {
            endRun();
        }
    }

    /** Two or four such bytes may be GB18030 by chance (某 there is two bytes of UTF-8); three, or six in threes, are not. */
    private void endRun() {
        multibyteSeen |= wide && (run % 2 == 1 || run >= TWO_CHARACTERS);
        run = 0;
        wide = false;
    }

    private void lead(int b) throws IOException {
        if (b >= 0xC2 && b <= 0xDF) {
            pending = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            pending = 2;
            least = b == 0xE0 ? 0xA0 : 0x80;
            most = b == 0xED ? 0x9F : 0xBF;
        } else if (b >= 0xF0 && b <= 0xF4) {
            pending = 3;
            least = b == 0xF0 ? 0x90 : 0x80;
            most = b == 0xF4 ? 0x8F : 0xBF;
        } else {
            refuse();
        }
    }

    private void refuse() throws IOException {
        if (multibyteSeen) {
            throw new FileRefusal(RefusalCode.ENCODING_INVALID);
        }
        throw new NotUtf8Exception();
    }
}
