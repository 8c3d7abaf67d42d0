package org.signalup.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.store.AuditChain.Break;
import org.signalup.store.AuditChain.Broken;
import org.signalup.store.AuditChain.Checked;
import org.signalup.store.AuditChain.Head;

/** Whoever has the database's own account can write into the record; that shows. */
class AuditChainTest {
    private static final int ROWS = 6;

    @TempDir
    static Path folder;

    private static Store store;

    @BeforeAll
    static void start() {
        store = Store.open(StoreSettings.embedded(folder));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void aRecord() {
        store.run(Scope.PLATFORM, client -> {
            client.sql("truncate audit").update();
            for (int row = 1; row <= ROWS; row++) {
                client.sql("select audit_add('thing', :key, null, 'EVENT', null, '{\"n\": \"中文 😀 -1:\"}'::jsonb)")
                        .param("key", "键" + row)
                        .query((found, number) -> true)
                        .single();
            }
        });
    }

    private void tamper(String statement) {
        store.run(Scope.PLATFORM, client -> {
            client.sql("alter table audit no force row level security").update();
            assertThat(client.sql(statement).update()).isPositive();
            client.sql("alter table audit force row level security").update();
        });
    }

    private Checked checked() {
        return AuditChain.check(store, Optional.empty());
    }

    private Optional<Broken> brokenAt(long seq, Break kind) {
        return Optional.of(new Broken(seq, kind));
    }

    @Test
    void anUntouchedRecordHolds() {
        Checked checked = checked();
        assertThat(checked.broken()).isEmpty();
        assertThat(checked.rows()).isEqualTo(ROWS);
        assertThat(checked.head().seq()).isEqualTo(ROWS);
        assertThat(AuditChain.check(store, Optional.of(checked.head())).broken())
                .isEmpty();
    }

    @Test
    void anAlteredRowShows() {
        tamper("update audit set account_name = '别人' where seq = 3");
        assertThat(checked().broken()).isEqualTo(brokenAt(3, Break.ALTERED));
    }

    @Test
    void aRowAlteredTogetherWithItsDigestShowsAtTheNext() {
        tamper("update audit set reason = '改', chain = sha256('x') where seq = 3");
        assertThat(checked().broken()).isEqualTo(brokenAt(3, Break.ALTERED));
        tamper("""
                update audit a set chain = sha256((select chain from audit b where b.seq = 2) || convert_to(audit_text(a), 'UTF8'))
                where seq = 3
                """);
        assertThat(checked().broken()).isEqualTo(brokenAt(4, Break.ALTERED));
    }

    @Test
    void aRowTakenOutShows() {
        tamper("delete from audit where seq = 4");
        assertThat(checked().broken()).isEqualTo(brokenAt(5, Break.MISSING));
    }

    @Test
    void aRecordCutAtItsEndOrWrittenAnewShowsAgainstANotedHead() {
        Head noted = checked().head();
        tamper("delete from audit where seq > 4");
        assertThat(checked().broken()).isEmpty();
        assertThat(AuditChain.check(store, Optional.of(noted)).broken()).isEqualTo(brokenAt(ROWS, Break.SHORTENED));
        store.run(
                Scope.PLATFORM,
                client -> client.sql(
                                "select audit_add('a', 'b', null, 'EVENT', null, null), audit_add('a', 'b', null, 'EVENT', null, null)")
                        .query((row, number) -> true)
                        .single());
        assertThat(checked().broken()).isEmpty();
        assertThat(AuditChain.check(store, Optional.of(noted)).broken()).isEqualTo(brokenAt(ROWS, Break.REWRITTEN));
    }
}
