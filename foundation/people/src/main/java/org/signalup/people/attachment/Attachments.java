package org.signalup.people.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Sha256;
import org.signalup.domain.Text;
import org.signalup.people.PeoplePolicy;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 附件: files beside what people keep. Whoever sees the thing sees its attachments; adding one needs what changing the thing needs,
 * and the organisation that added it takes it away. All of that the database decides ({@code V41__attachments.sql}); a stage that
 * keeps something new adds its table there.
 */
public final class Attachments {
    private static final String COLUMNS = "attachment_id, subject, subject_key, name, media_type, bytes, sha256, note,"
            + " organisation_id, account_name, added_at";
    private static final int MOST = 200;
    private static final int LONGEST_NOTE = 500;

    private final Store store;
    private final PeoplePolicy policy;

    public Attachments(Store store, PeoplePolicy policy) {
        this.store = store;
        this.policy = policy;
    }

    /** Of a file that is taken; one that is larger need not be read to its end. */
    public int largestBytes() {
        return policy.largestAttachmentMegabytes() << 20;
    }

    /** Those of one thing, in the order they were added. */
    public List<Attachment> list(Scope scope, String subject, String key) {
        return store.read(
                scope,
                client -> client.sql("select " + COLUMNS
                                + " from attachment where subject = :subject and subject_key = :key order by attachment_id limit "
                                + MOST)
                        .param("subject", subject)
                        .param("key", key)
                        .query((row, number) -> attachment(row))
                        .list());
    }

    public Optional<Attachment> find(Scope scope, long id) {
        return store.read(scope, client -> find(client, id));
    }

    private static Optional<Attachment> find(JdbcClient client, long id) {
        return client.sql("select " + COLUMNS + " from attachment where attachment_id = :id")
                .param("id", id)
                .query((row, number) -> attachment(row))
                .optional();
    }

    /** What is in it; nothing where it is not there or out of reach. */
    public Optional<byte[]> content(Scope scope, long id) {
        return store.read(
                scope,
                client -> client.sql("select content from attachment_content where attachment_id = :id")
                        .param("id", id)
                        .query((row, number) -> row.getBytes(1))
                        .optional());
    }

    /**
     * Adds a file to something.
     *
     * @throws RefusedException if it is too large, of a kind that is not taken, or may not be attached there
     */
    public Attachment add(Scope scope, String subject, String key, String givenName, String note, byte[] content) {
        String name = AttachmentRules.name(givenName);
        String mediaType = AttachmentRules.check(name, content, policy);
        if (note.length() > LONGEST_NOTE) {
            throw refused(name, "TEXT_TOO_LONG", "说明超过 500 字", "the note is longer than 500 characters");
        }
        try {
            return store.change(scope, note, client -> {
                long id = client.sql("""
                                insert into attachment (subject, subject_key, name, media_type, bytes, sha256, note)
                                values (:subject, :key, :name, :type, :bytes, :sha256, :note) returning attachment_id
                                """)
                        .param("subject", subject)
                        .param("key", key)
                        .param("name", name)
                        .param("type", mediaType)
                        .param("bytes", content.length)
                        .param("sha256", Sha256.hex(content))
                        .param("note", note.strip())
                        .query(Long.class)
                        .single();
                client.sql("insert into attachment_content (attachment_id, content) values (:id, :content)")
                        .param("id", id)
                        .param("content", content)
                        .update();
                return find(client, id).orElseThrow();
            });
        } catch (DataAccessException e) {
            if (rowPolicy(e)) {
                throw refused(
                        name,
                        "NOT_ALLOWED",
                        "这里没有，或您不能在此添加附件",
                        "it is not there, or you may not attach anything to it");
            }
            throw e;
        }
    }

    /** PostgreSQL says so when a row is out of reach of who writes it. */
    private static boolean rowPolicy(DataAccessException e) {
        return String.valueOf(e.getMostSpecificCause().getMessage()).contains("row-level security");
    }

    /** Takes one away; that it was there stays on record. */
    public boolean remove(Scope scope, long id, String reason) {
        return store.change(
                        scope,
                        reason,
                        client -> client.sql("delete from attachment where attachment_id = :id")
                                .param("id", id)
                                .update())
                == 1;
    }

    private static RefusedException refused(String name, String code, String zh, String en) {
        return new RefusedException(new Problem(name, 0, "", "", code, Text.of(zh, en)));
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getLong("attachment_id"),
                row.getString("subject"),
                row.getString("subject_key"),
                row.getString("name"),
                row.getString("media_type"),
                row.getInt("bytes"),
                row.getString("sha256"),
                row.getString("note"),
                row.getLong("organisation_id"),
                row.getString("account_name"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
