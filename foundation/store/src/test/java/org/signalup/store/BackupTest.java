package org.signalup.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.RefusedException;

class BackupTest {
    private static final String ALL = """
            select (select string_agg(concat_ws('|', organisation_id, code, name, parent_id, divisions, operators), ';' order by organisation_id) from organisation)
                || (select string_agg(concat_ws('|', account_id, login, name, password_hash), ';' order by account_id) from account)
                || (select string_agg(concat_ws('|', seq, at, chain, after), ';' order by seq) from audit)
            """;

    @TempDir
    static Path folder;

    private static Path backup;
    private static String before;
    private static Backup written;

    @BeforeAll
    static void aPlatformIsBackedUp() throws Exception {
        backup = folder.resolve("backup.zip");
        Path manifest = Files.writeString(folder.resolve("lake.json"), "{\"湖\": 1}");
        try (Store store = Store.open(StoreSettings.embedded(folder.resolve("from")))) {
            store.run(Scope.PLATFORM, client -> {
                client.sql("""
                                insert into organisation (code, name, kind, divisions, operators)
                                values ('SD', '山东"局",\n第二行', 'ADMINISTRATION', '{37,"a,b"}', null), ('CM', '移动', 'OPERATOR', '{}', '{CMCC}')
                                """).update();
                client.sql("update organisation set parent_id = 1 where code = 'CM'")
                        .update();
                client.sql(
                                "insert into account (login, name, organisation_id, role, password_hash) values ('zhang', '张三', 1, 'MANAGER', '{x}')")
                        .update();
                client.sql("insert into account (login, name, organisation_id, role) values ('gone', '', 1, 'READER')")
                        .update();
                client.sql("delete from account where login = 'gone'").update();
            });
            before = said(store, ALL);
            written = Backup.write(
                    store, Map.of("lake.json", manifest, "none.json", folder.resolve("none.json")), backup);
        }
    }

    private static String said(Store store, String query) {
        return store.read(
                Scope.PLATFORM, client -> client.sql(query).query(String.class).single());
    }

    @Test
    void whatIsRestoredIsWhatWasThereAndGoesOnWhereItEnded() throws Exception {
        StoreSettings settings = StoreSettings.embedded(folder.resolve("to"));
        Path manifest = folder.resolve("restored/lake/lake.json");
        Backup restored = Backup.restore(backup, Map.of("lake.json", manifest), settings);
        assertThat(restored).isEqualTo(written);
        assertThat(Files.readString(manifest)).isEqualTo("{\"湖\": 1}");
        try (Store store = Store.open(settings)) {
            assertThat(said(store, ALL)).isEqualTo(before);
            assertThat(AuditChain.check(store, Optional.of(written.head())).broken())
                    .isEmpty();
            // No number is given out twice, and changes are recorded and held to policies as before.
            assertThat(said(store, "select last_value::text from account_account_id_seq"))
                    .isEqualTo("2");
            store.run(
                    Scope.PLATFORM,
                    client -> client.sql("update organisation set name = '山东' where code = 'SD'")
                            .update());
            assertThat(said(store, "select max(seq)::text from audit"))
                    .isEqualTo("" + (written.head().seq() + 1));
            List<String> seen = store.read(
                    Scope.NOBODY,
                    client -> client.sql("select login from account")
                            .query(String.class)
                            .list());
            assertThat(seen).isEmpty();
        }
        assertThatThrownBy(() -> Backup.restore(backup, Map.of(), settings))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("the database holds data");
    }

    @Test
    void aBackupNeverReplacesAnother() throws Exception {
        byte[] first = Files.readAllBytes(backup);
        try (Store store = Store.openBeside(StoreSettings.embedded(folder.resolve("from")))) {
            assertThatThrownBy(() -> Backup.write(store, Map.of(), backup))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("there already");
        }
        assertThat(Files.readAllBytes(backup)).isEqualTo(first);
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void aDamagedBackupIsRefusedBeforeAnythingIsWritten() throws Exception {
        Path cut = folder.resolve("cut.zip");
        byte[] whole = Files.readAllBytes(backup);
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
        Path flipped = Files.copy(backup, folder.resolve("flipped.zip"));
        try (RandomAccessFile file = new RandomAccessFile(flipped.toFile(), "rw")) {
            // In the content of the record of changes: what stands around it ZIP says twice.
            int content = new String(whole, StandardCharsets.ISO_8859_1).indexOf("tables/audit.csv") + 40;
            file.seek(content);
            int old = file.read();
            file.seek(content);
            file.write(old ^ 0x10);
        }
        Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
        for (Path damaged : List.of(cut, flipped, text)) {
            Path place = folder.resolve("never-" + damaged.getFileName());
            assertThatThrownBy(() -> Backup.restore(damaged, Map.of(), StoreSettings.embedded(place)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("BACKUP_DAMAGED");
            assertThat(place).doesNotExist();
        }
    }
}
