package org.signalup.intake.internal.file;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.signalup.intake.RefusalCode;

/** What a file is, told by its first bytes and never by its name. */
public enum FileKind {
    TEXT,
    PARQUET,
    XLSX,
    JSON,
    KML,
    NEMO,
    /** A decoded dump of MobileInsight as XML. */
    PACKETS,
    /** A GPX file or NMEA sentences: where somebody was, without measurements. */
    TRACK,
    SQLITE;

    private static final Pattern JSON_BEGINS = Pattern.compile("\\s*(\\{\\s*[\"}]|\\[\\s*[\\[{\\]])");

    private static final Pattern NEMO_BEGINS = Pattern.compile("#[A-Z]+,");
    private static final Pattern NMEA_BEGINS = Pattern.compile("\\$(GP|GN|GL|BD|GB)[A-Z]{3},");

    /** @throws FileRefusal for an empty file */
    public static FileKind of(byte[] head) {
        if (startsWith(head, 'P', 'A', 'R', '1')) {
            return PARQUET;
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            return XLSX;
        }
        if (startsWith(head, 'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o', 'r', 'm', 'a', 't', ' ', '3', 0)) {
            return SQLITE;
        }
        for (int i = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0; i < head.length; i++) {
            if (head[i] > ' ' || head[i] < 0) {
                return ofText(head);
            }
        }
        throw new FileRefusal(head.length == 0 || !hasZero(head) ? RefusalCode.FILE_EMPTY : RefusalCode.NOT_TEXT);
    }

    /** Whether it is written in some encoding of letters. */
    public boolean text() {
        return this == TEXT || this == JSON || this == NEMO || this == PACKETS;
    }

    private static FileKind ofText(byte[] head) {
        String letters = beginning(head);
        if (JSON_BEGINS.matcher(letters).lookingAt()) {
            return JSON;
        }
        if (NEMO_BEGINS.matcher(letters).lookingAt()) {
            return NEMO;
        }
        if (NMEA_BEGINS.matcher(letters).lookingAt()) {
            return TRACK;
        }
        return letters.stripLeading().startsWith("<") ? ofXml(letters) : TEXT;
    }

    private static FileKind ofXml(String letters) {
        if (letters.contains("<dm_log_packet")) {
            return PACKETS;
        }
        return letters.contains("<kml") ? KML : letters.contains("<gpx") ? TRACK : TEXT;
    }

    /** Marks of UTF-16 and zero bytes between letters do not matter. */
    private static String beginning(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).replaceAll("^[\\xEF\\xBB\\xBF\\xFE\\xFF]+|\0", "");
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
