package org.signalup.intake.internal.file;

import org.signalup.intake.RefusalCode;

/** What a file is, told by its first bytes and never by its name. */
public enum FileKind {
    TEXT,
    PARQUET,
    XLSX;

    /** @throws FileRefusal for an empty file */
    public static FileKind of(byte[] head) {
        if (startsWith(head, 'P', 'A', 'R', '1')) {
            return PARQUET;
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            return XLSX;
        }
        for (int i = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0; i < head.length; i++) {
            if (head[i] > ' ' || head[i] < 0) {
                return TEXT;
            }
        }
        throw new FileRefusal(head.length == 0 || !hasZero(head) ? RefusalCode.FILE_EMPTY : RefusalCode.NOT_TEXT);
    }

    private static boolean hasZero(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
