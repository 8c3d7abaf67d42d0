package org.signalup.people.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import org.signalup.domain.Sha256;

/** Random texts given out once, and the digests by which they are known again. */
public final class Secrets {
    /** No letter looks like another or like a digit. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODE_GROUPS = 4;
    private static final int GROUP = 4;
    private static final int TOKEN_LETTERS = 40;

    private Secrets() {}

    /** A code people type: {@code ABCD-EFGH-2345-6789}, about 78 bits. */
    public static String code() {
        StringBuilder code = new StringBuilder();
        for (int group = 0; group < CODE_GROUPS; group++) {
            code.append(group == 0 ? "" : "-").append(letters(GROUP));
        }
        return code.toString();
    }

    /** A text programs send: about 196 bits. */
    public static String token() {
        return letters(TOKEN_LETTERS);
    }

    private static String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int place = 0; place < count; place++) {
            letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    /** Digest of a code, however it was typed. */
    public static String codeDigest(String code) {
        return digest(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }

    /** SHA-256: enough for texts nobody could guess. */
    public static String digest(String secret) {
        return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
    }
}
