package org.signalup.store.internal;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the tables up to date. A table made by a newer program is refused by Flyway in words. */
public final class Migrations {
    private static final String FOLDER = "classpath:org/signalup/store/migrations";

    private Migrations() {}

    public static void run(DataSource database) {
        configured(database).load().migrate();
    }

    /** Up to a version only: what a restore begins with. */
    public static void runTo(DataSource database, String version) {
        configured(database)
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }

    private static FluentConfiguration configured(DataSource database) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations(FOLDER)
                .validateMigrationNaming(true)
                .cleanDisabled(true);
    }
}
