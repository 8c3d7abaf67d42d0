package org.signalup.live.internal.rmbt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.live.Channel;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/** Tests that were asked for, as rows. */
public final class RmbtBook {
    private static final String SELECT = """
            select test_uuid, open_test_uuid, kind, device, asked_at, until, received_at is not null from rmbt_test
            """;

    private final Store store;

    public RmbtBook(Store store) {
        this.store = store;
    }

    public void add(AskedTest test) {
        store.run(
                Scope.PLATFORM,
                client -> client.sql("""
                        insert into rmbt_test (test_uuid, open_test_uuid, kind, device, asked_at, until)
                        values (:test, :open, :kind, :device, :asked, :until)
                        """)
                        .param("test", test.testUuid())
                        .param("open", test.openUuid())
                        .param("kind", test.kind().name())
                        .param("device", test.device())
                        .param("asked", test.askedAt().atOffset(ZoneOffset.UTC))
                        .param("until", test.until().atOffset(ZoneOffset.UTC))
                        .update());
    }

    public Optional<AskedTest> byOpenUuid(UUID uuid) {
        return find("open_test_uuid", uuid);
    }

    public Optional<AskedTest> byTestUuid(UUID uuid) {
        return find("test_uuid", uuid);
    }

    private Optional<AskedTest> find(String column, UUID uuid) {
        return store.read(
                Scope.PLATFORM,
                client -> client.sql(SELECT + " where " + column + " = :uuid")
                        .param("uuid", uuid)
                        .query(RmbtBook::test)
                        .optional());
    }

    private static AskedTest test(ResultSet row, int number) throws SQLException {
        return new AskedTest(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Channel.valueOf(row.getString(3)),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getBoolean(7));
    }

    /** Says that a result was received; false if somebody said so before. */
    public boolean received(AskedTest test, String batch) {
        return store.change(
                        Scope.PLATFORM,
                        client -> client.sql("""
                        update rmbt_test set received_at = now(), batch_id = :batch where test_uuid = :test and received_at is null
                        """)
                                .param("batch", batch)
                                .param("test", test.testUuid())
                                .update())
                == 1;
    }

    /** The organisation of a code, else the first administration. */
    public long organisation(Optional<String> code) {
        return store.read(
                        Scope.PLATFORM,
                        client -> client.sql("""
                        select organisation_id from organisation
                        where case when :code = '' then kind = 'ADMINISTRATION' else code = :code end
                        order by parent_id nulls first, organisation_id limit 1
                        """)
                                .param("code", code.orElse(""))
                                .query(Long.class)
                                .optional())
                .orElseThrow(() -> new RefusedException(Problem.ofFile(
                        code.orElse(""), "ORGANISATION_UNKNOWN", Text.of("没有这个单位", "there is no such organisation"))));
    }
}
