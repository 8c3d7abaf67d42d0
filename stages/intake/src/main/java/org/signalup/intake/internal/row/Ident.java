package org.signalup.intake.internal.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An id as kept: its text, a 64-bit digest, and whether it must be refused or was a person's identifier.
 *
 * @param replaced what the text was (IMEI …) before a pseudonym took its place; empty when kept as given
 */
record Ident(String text, long key, boolean formula, String replaced) {
    private static final Pattern IMEI_OR_IMSI = Pattern.compile("\\d{15,16}");
    private static final Pattern NUMBER = Pattern.compile("(?:\\+?86)?1[3-9]\\d{9}");
    private static final Pattern MAC = Pattern.compile("(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    /** An id that may name a person's device: such values become pseudonyms. */
    static Ident of(String text) {
        String kind = identifier(text);
        if (!kind.isEmpty()) {
            long key = digest(text);
            return new Ident("p" + HexFormat.of().toHexDigits(key), key, false, kind);
        }
        boolean formula = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0;
        return new Ident(text, digest(text), formula, "");
    }

    /** The first 64 bits of SHA-256. */
    static long digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: absent (expected: in every JDK)", e);
        }
    }

    private static String identifier(String text) {
        if (IMEI_OR_IMSI.matcher(text).matches()) {
            return "IMEI/IMSI";
        }
        if (NUMBER.matcher(text).matches()) {
            return "MSISDN";
        }
        return MAC.matcher(text).matches() || ADDRESS.matcher(text).matches() ? "MAC/IP/e-mail" : "";
    }
}
