package org.signalup.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Reach;
import org.signalup.domain.RefusedException;
import org.springframework.dao.DataAccessException;

class StoreTest {
    @TempDir
    static Path folder;

    private static Store store;

    @BeforeAll
    static void start() {
        store = Store.open(StoreSettings.embedded(folder));
        store.run(Scope.PLATFORM, client -> {
            client.sql("create table thing (thing_id text primary key, division_code text, worth int, secret text)")
                    .update();
            client.sql("call protect('thing', within_divisions('division_code') || ' and '"
                            + " || within_limit('thing_id', 'scope_places'), 'THING_EDIT')")
                    .update();
            client.sql("call keep_record('thing', 'thing_id', 'secret')").update();
            client.sql(
                            "insert into thing values ('t1', '370102', 1, 'x'), ('t_2', '370203', 2, 'y'), ('t2', '110101', 3, 'z')")
                    .update();
        });
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    private static Scope scope(Reach reach, String... may) {
        return new Scope(Optional.of(7L), "张三", Optional.of(1L), Set.of(1L), reach, Set.of(may), false);
    }

    private static Reach divisions(String... prefixes) {
        return new Reach(Optional.of(Set.of(prefixes)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static String seen(Scope scope) {
        return said(scope, "select coalesce(string_agg(thing_id, ' ' order by thing_id), '') from thing");
    }

    private static String said(Scope scope, String query) {
        return store.read(scope, client -> client.sql(query).query(String.class).single());
    }

    private static int changed(Scope scope, String statement) {
        return store.change(scope, client -> client.sql(statement).update());
    }

    @Test
    void aQueryWithoutAnyFilterSeesWhatIsInReachAndNothingElse() {
        assertThat(seen(Scope.NOBODY)).isEmpty();
        assertThat(seen(scope(Reach.NOTHING))).isEmpty();
        assertThat(seen(scope(Reach.EVERYTHING))).isEqualTo("t1 t2 t_2");
        assertThat(seen(scope(divisions("37")))).isEqualTo("t1 t_2");
        assertThat(seen(scope(divisions("3702", "11")))).isEqualTo("t2 t_2");
        assertThat(seen(scope(divisions("%")))).isEmpty();
        Reach places = new Reach(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Set.of("t_2", "a\"b,{}\\")));
        assertThat(seen(scope(places))).isEqualTo("t_2");
    }

    @Test
    void aScopeEndsWithItsTransaction() {
        assertThat(seen(Scope.PLATFORM)).isEqualTo("t1 t2 t_2");
        for (int connection = 0; connection < 20; connection++) {
            assertThat(seen(Scope.NOBODY)).isEmpty();
        }
    }

    @Test
    void aChangeNeedsItsCapabilityAndMustStayInReach() {
        String move = "update thing set division_code = '110102' where thing_id = 't1'";
        Scope reader = scope(divisions("37"));
        assertThat(changed(reader, move)).isZero();
        assertThatThrownBy(() -> changed(reader, "insert into thing values ('n', '370102', 1, '')"))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
        Scope editor = scope(divisions("37"), "THING_EDIT");
        assertThatThrownBy(() -> changed(editor, move)).isInstanceOf(DataAccessException.class);
        assertThat(changed(editor, "delete from thing where thing_id = 't2'")).isZero();
    }

    @Test
    void readingCannotChange() {
        assertThatThrownBy(() -> said(Scope.PLATFORM, "delete from thing returning thing_id"))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("read-only");
    }

    @Test
    void everyChangeIsRecordedWithWhoAndWhyButWithoutSecrets() {
        Scope editor = scope(Reach.EVERYTHING, "THING_EDIT");
        String change = "update thing set worth = 9, secret = 'new' where thing_id = 't2'";
        store.change(editor, "改错", client -> client.sql(change).update());
        assertThat(said(Scope.PLATFORM, """
                        select concat_ws('|', account_id, account_name, subject_key, division_code, action, before, after, reason)
                        from audit where subject = 'thing' order by seq desc limit 1
                        """))
                .isEqualTo(
                        "7|张三|t2|110101|UPDATE|{\"worth\": 3, \"thing_id\": \"t2\", \"division_code\": \"110101\"}"
                                + "|{\"worth\": 9, \"secret\": \"changed\", \"thing_id\": \"t2\", \"division_code\": \"110101\"}|改错");
    }

    @Test
    void theRecordCannotBeChangedByAnybodyWhoComesThroughTheStore() {
        assertThat(changed(Scope.PLATFORM, "delete from audit")).isZero();
        assertThat(changed(Scope.PLATFORM, "update audit set reason = ''")).isZero();
    }

    @Test
    void aFolderInUseIsRefusedInWords() {
        assertThatThrownBy(() -> Store.open(StoreSettings.embedded(folder)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("another SignalUp is using this data folder");
    }

    @Test
    void aFolderOfAnotherMajorVersionIsRefusedInWordsAndLeftAlone(@TempDir Path other) throws Exception {
        Path version = Files.createDirectories(other.resolve("data")).resolve("PG_VERSION");
        Files.writeString(version, "14\n");
        assertThatThrownBy(() -> Store.open(StoreSettings.embedded(other)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("written by PostgreSQL 14");
        assertThat(Files.readString(version)).isEqualTo("14\n");
    }

    @Test
    void theServerWritesDownWhatItAcknowledges() {
        assertThat(said(Scope.NOBODY, """
                        select concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'),
                            current_setting('server_encoding'))
                        """)).isEqualTo("on on UTF8");
    }
}
