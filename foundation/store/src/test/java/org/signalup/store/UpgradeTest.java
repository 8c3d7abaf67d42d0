package org.signalup.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newer program finds the tables of an older one, in its folder or in a backup. */
class UpgradeTest {
    private static final String FIRST_SCHEMA_WITH_PEOPLE = "2";

    @TempDir
    Path folder;

    private static List<String> names(Store store) {
        return store.read(
                Scope.PLATFORM,
                client -> client.sql("select login || ' ' || name from account order by 1")
                        .query(String.class)
                        .list());
    }

    private static String schema(Store store) {
        return store.read(
                Scope.PLATFORM,
                client -> client.sql("select max(version::int)::text from flyway_schema_history where success")
                        .query(String.class)
                        .single());
    }

    @Test
    void tablesAreBroughtUpToDateAndWhatWasKeptStays() {
        StoreSettings settings = StoreSettings.embedded(folder.resolve("old"));
        Path backup = folder.resolve("old.zip");
        try (Store old = Store.openForRestore(settings, FIRST_SCHEMA_WITH_PEOPLE)) {
            old.run(Scope.PLATFORM, client -> {
                client.sql("insert into organisation (code, name, kind) values ('SD', '山东管局', 'ADMINISTRATION')")
                        .update();
                client.sql(
                                "insert into account (login, name, organisation_id, role) values ('zhang', '张三', 1, 'MANAGER')")
                        .update();
            });
            assertThat(schema(old)).isEqualTo(FIRST_SCHEMA_WITH_PEOPLE);
            Backup.write(old, Map.of(), backup);
        }
        Optional<AuditChain.Head> head;
        try (Store upgraded = Store.open(settings)) {
            assertThat(names(upgraded)).containsExactly("zhang 张三");
            head = Optional.of(AuditChain.check(upgraded, Optional.empty()).head());
            assertThat(Integer.parseInt(schema(upgraded))).isGreaterThan(Integer.parseInt(FIRST_SCHEMA_WITH_PEOPLE));
        }
        StoreSettings elsewhere = StoreSettings.embedded(folder.resolve("new"));
        Backup.restore(backup, Map.of(), elsewhere);
        try (Store restored = Store.open(elsewhere)) {
            assertThat(names(restored)).containsExactly("zhang 张三");
            assertThat(AuditChain.check(restored, head).broken()).isEmpty();
        }
    }
}
