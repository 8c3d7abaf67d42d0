package org.signalup.store.internal;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.store.StoreSettings;

/** Brings the tables up to date. A table made by a newer program is refused by Flyway in words. */
public final class Migrations {
    private static final String FOLDER = "classpath:org/signalup/store/migrations";

    private Migrations() {}

    public static void run(DataSource database) {
        configured(database).load().migrate();
    }

    /**
     * Up to a version only: what a restore begins with.
     *
     * @throws RefusedException if the version is newer than any of ours
     */
    public static void runTo(DataSource database, String version, StoreSettings settings) {
        Flyway flyway = configured(database)
                .target(MigrationVersion.fromVersion(version))
                .load();
        boolean known = Arrays.stream(configured(database).load().info().all())
                .anyMatch(migration -> migration.getVersion().equals(MigrationVersion.fromVersion(version)));
        if (!known) {
            throw refused(
                    settings,
                    "BACKUP_NEWER",
                    Text.of(
                            "备份来自更新的程序（表版本 " + version + "）；请先升级本程序",
                            "the backup was made by a newer program (tables of version " + version
                                    + "); upgrade this one first"));
        }
        flyway.migrate();
    }

    /** @throws RefusedException if the database has no tables of ours */
    public static void refuseNone(DataSource database, StoreSettings settings) {
        if (configured(database).load().info().applied().length == 0) {
            throw refused(settings, "STORE_EMPTY", Text.of("这里没有 SignalUp 的数据", "there are no data of SignalUp here"));
        }
    }

    private static RefusedException refused(StoreSettings settings, String code, Text why) {
        return new RefusedException(Problem.ofFile(
                settings.databaseUrl()
                        .map(url -> StoreSettings.DATABASE_URL)
                        .orElse(settings.folder().toString()),
                code,
                why));
    }

    private static FluentConfiguration configured(DataSource database) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations(FOLDER)
                .validateMigrationNaming(true)
                .cleanDisabled(true);
    }
}
