package org.signalup.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.signalup.domain.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks the record of changes: each row's digest is that of the row before and its own fields, numbers have no gap. Worked
 * out here and not in the database, which whoever tampers may have tampered with as well.
 */
public final class AuditChain {
    /** A row that breaks the chain. */
    public enum Break {
        /** Its fields, or the digest of the row before, are not those it was written with. */
        ALTERED,
        /** Rows before it are gone. */
        MISSING,
        /** The record ends before the head that was noted. */
        SHORTENED,
        /** The row noted as head is another one now. */
        REWRITTEN
    }

    /**
     * @param rows rows read
     * @param head the last row; keep it elsewhere, and a record that was shortened or written anew shows
     * @param broken the first break, if any
     */
    public record Checked(long rows, Head head, Optional<Broken> broken) {}

    /** @param chain digest, hexadecimal; empty for an empty record */
    public record Head(long seq, String chain) {}

    /** Where the chain breaks first. */
    public record Broken(long seq, Break kind) {}

    private static final String ROWS = """
            select seq::text as seq_text, to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), account_id::text, account_name,
                   organisation_id::text, transaction_id::text, subject, subject_key, division_code, action,
                   before::text, after::text, reason, chain, seq
            from audit order by seq
            """;
    private static final int PARTS = 13;
    private static final int CHAIN = 14;
    private static final int SEQ = 15;
    private static final int FETCH_ROWS = 5_000;

    private final Optional<Head> noted;
    private final MessageDigest sha256;
    private byte[] last = new byte[0];
    private long lastSeq;
    private long rows;
    private Optional<Broken> broken = Optional.empty();

    private AuditChain(Optional<Head> noted) {
        this.noted = noted;
        this.sha256 = Sha256.begin();
    }

    /**
     * Reads the whole record.
     *
     * @param noted a head noted earlier, which must still be in it
     */
    public static Checked check(Store store, Optional<Head> noted) {
        return store.read(Scope.PLATFORM, client -> new AuditChain(noted).check(client));
    }

    private Checked check(JdbcClient client) {
        client.sql(ROWS).withFetchSize(FETCH_ROWS).query(this::next);
        Head head = new Head(lastSeq, HexFormat.of().formatHex(last));
        if (broken.isEmpty() && noted.isPresent() && noted.get().seq() > lastSeq) {
            broken = Optional.of(new Broken(noted.get().seq(), Break.SHORTENED));
        }
        return new Checked(rows, head, broken);
    }

    private void next(ResultSet row) throws SQLException {
        long seq = row.getLong(SEQ);
        byte[] chain = row.getBytes(CHAIN);
        rows++;
        if (broken.isEmpty()) {
            broken = breakAt(seq, chain, text(row)).map(kind -> new Broken(seq, kind));
        }
        last = chain;
        lastSeq = seq;
    }

    private Optional<Break> breakAt(long seq, byte[] chain, String text) {
        if (seq != lastSeq + 1) {
            return Optional.of(Break.MISSING);
        }
        sha256.update(last);
        if (!Arrays.equals(sha256.digest(text.getBytes(StandardCharsets.UTF_8)), chain)) {
            return Optional.of(Break.ALTERED);
        }
        boolean rewritten = noted.isPresent()
                && noted.get().seq() == seq
                && !noted.get().chain().equals(HexFormat.of().formatHex(chain));
        return rewritten ? Optional.of(Break.REWRITTEN) : Optional.empty();
    }

    /** The text the database digested: {@code audit_text} of the first migration. */
    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int place = 1; place <= PARTS; place++) {
            String part = row.getString(place);
            if (part == null) {
                text.append('-');
            } else {
                text.append(part.codePointCount(0, part.length())).append(':').append(part);
            }
        }
        return text.toString();
    }
}
