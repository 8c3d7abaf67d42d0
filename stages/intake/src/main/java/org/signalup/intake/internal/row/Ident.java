package org.signalup.intake.internal.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.signalup.domain.Sha256;
import org.signalup.intake.PersonalKind;
import org.signalup.intake.Pseudonyms;
import org.signalup.parquet.KnownText;

/** An id as kept: its text, a 64-bit digest, and whether it must be refused or was a person's identifier. */
public final class Ident extends KnownText {
    static final Ident NONE = new Ident("", 0, false, Optional.empty());

    private final long key;
    private final boolean formula;
    private final Optional<PersonalKind> replaced;
    /** Where it is counted whenever it is met. */
    private long[] count;

    private Ident instrument;

    private static final MessageDigest SHA_256 = Sha256.begin();
    private static final Pattern PSEUDONYM = Pattern.compile("p[0-9a-f]{16}");
    private static final Pattern IMEI_OR_IMSI = Pattern.compile("\\d{15,16}");
    private static final Pattern NUMBER = Pattern.compile("(?:\\+?86)?1[3-9]\\d{9}");
    private static final Pattern MAC = Pattern.compile("(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    /** @param replaced what the text was before a pseudonym took its place; empty when kept as given */
    Ident(String text, long key, boolean formula, Optional<PersonalKind> replaced) {
        super(text);
        this.key = key;
        this.formula = formula;
        this.replaced = replaced;
    }

    /** An id that may name a person's device: such values become pseudonyms. A pseudonym stays what it stands for. */
    public static Ident of(String text) {
        if (PSEUDONYM.matcher(text).matches()) {
            return new Ident(text, Long.parseUnsignedLong(text.substring(1), 16), false, Optional.empty());
        }
        Optional<PersonalKind> kind = identifier(text);
        if (kind.isPresent()) {
            return pseudonym(text, kind.get());
        }
        return new Ident(text, digest(text), formula(text), Optional.empty());
    }

    /** An id of which its heading says what it is: it becomes a pseudonym whatever it looks like. */
    public static Ident pseudonym(String text, PersonalKind kind) {
        long key = digest(text);
        return new Ident("p" + HexFormat.of().toHexDigits(key), key, false, Optional.of(kind));
    }

    /** An id that a secret key turned into a number. */
    public static Ident keyed(long number) {
        return new Ident("p" + HexFormat.of().toHexDigits(number), number, false, Optional.empty());
    }

    /** Any id hashed with a secret key; a pseudonym stays what it stands for. */
    static Ident keyed(String text, Optional<PersonalKind> stated, Pseudonyms keys) {
        if (PSEUDONYM.matcher(text).matches()) {
            return of(text);
        }
        long number = keys.number(text);
        Optional<PersonalKind> kind = stated.or(() -> identifier(text));
        return new Ident("p" + HexFormat.of().toHexDigits(number), number, false, kind);
    }

    static boolean formula(String text) {
        return !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0;
    }

    public long key() {
        return key;
    }

    boolean formula() {
        return formula;
    }

    /** What the text was before a pseudonym took its place; empty when it is kept as given. */
    Optional<PersonalKind> replaced() {
        return replaced;
    }

    /** Says which registered instrument the device is. */
    void belongsTo(Optional<Ident> registered) {
        instrument = registered.orElse(null);
    }

    /** The registered instrument the device is, or null. */
    Ident instrument() {
        return instrument;
    }

    void countIn(long[] where) {
        count = where;
    }

    void counted() {
        if (count != null) {
            count[0]++;
        }
    }

    boolean missing() {
        return this == NONE;
    }

    /** The first 64 bits of SHA-256. */
    static long digest(String text) {
        try {
            // A copy of an unused digest is quicker than a look-up among the providers.
            MessageDigest fresh = (MessageDigest) SHA_256.clone();
            return ByteBuffer.wrap(fresh.digest(text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256: cannot be copied (expected: as in every JDK)", e);
        }
    }

    private static Optional<PersonalKind> identifier(String text) {
        if (!mayIdentify(text)) {
            return Optional.empty();
        }
        if (IMEI_OR_IMSI.matcher(text).matches()) {
            return Optional.of(PersonalKind.IMEI_IMSI);
        }
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(PersonalKind.MSISDN);
        }
        return MAC.matcher(text).matches() || ADDRESS.matcher(text).matches()
                ? Optional.of(PersonalKind.ADDRESS)
                : Optional.empty();
    }

    /** Every identifier begins with a digit or + or has one of four marks; most ids are settled by this look. */
    private static boolean mayIdentify(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean mark = c == ':' || c == '-' || c == '.' || c == '@';
            if (mark || (i == 0 && (c == '+' || (c >= '0' && c <= '9')))) {
                return true;
            }
        }
        return false;
    }
}
