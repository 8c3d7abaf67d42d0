package org.signalup.upload.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.upload.SavedProfile;

/** Saved profiles as rows, and as files for whoever reads with them. */
public final class ProfileBook {
    private static final String SELECT =
            "select organisation_id, profile, version, name, yaml, shared, made_by, made_at from saved_profile p ";
    private static final String LATEST =
            " not exists (select from saved_profile n where n.profile = p.profile and n.version > p.version) ";

    private final Store store;

    public ProfileBook(Store store) {
        this.store = store;
    }

    /** The latest version of each. */
    public List<SavedProfile> latest(Scope scope) {
        return store.read(
                scope,
                client -> client.sql(SELECT + "where" + LATEST + "order by profile")
                        .query(ProfileBook::of)
                        .list());
    }

    /** All versions of one, the newest first. */
    public List<SavedProfile> versions(Scope scope, String profile) {
        return store.read(
                scope,
                client -> client.sql(SELECT + "where profile = :profile order by version desc")
                        .param("profile", profile)
                        .query(ProfileBook::of)
                        .list());
    }

    public Optional<SavedProfile> find(Scope scope, String profile, int version) {
        return versions(scope, profile).stream()
                .filter(one -> one.version() == version)
                .findFirst();
    }

    /** Keeps a new version. */
    public void add(Scope scope, SavedProfile made) {
        store.run(
                scope,
                client -> client.sql("""
                        insert into saved_profile (organisation_id, profile, version, name, yaml, shared, made_by)
                        values (:organisation, :profile, :version, :name, :yaml, :shared, :by)
                        """)
                        .param("organisation", made.organisation())
                        .param("profile", made.profile())
                        .param("version", made.version())
                        .param("name", made.name())
                        .param("yaml", made.yaml())
                        .param("shared", made.shared())
                        .param("by", made.madeBy())
                        .update());
    }

    /** Shows all versions of one to others, or to nobody else any more; whether it is the asker's. */
    public boolean share(Scope scope, String profile, boolean shared) {
        return store.change(
                        scope,
                        client -> client.sql("update saved_profile set shared = :shared where profile = :profile")
                                .param("shared", shared)
                                .param("profile", profile)
                                .update())
                > 0;
    }

    /** Writes the latest versions that an organisation may use into a folder, each as a file. */
    public void write(long organisation, Path folder) throws IOException {
        List<SavedProfile> usable = store.read(
                Scope.PLATFORM,
                client -> client.sql(SELECT + "where" + LATEST
                                + "and (shared or organisation_id = :organisation) order by profile")
                        .param("organisation", organisation)
                        .query(ProfileBook::of)
                        .list());
        Files.createDirectories(folder);
        for (int i = 0; i < usable.size(); i++) {
            Files.writeString(
                    folder.resolve("saved-%05d.yml".formatted(i)), usable.get(i).yaml());
        }
    }

    private static SavedProfile of(ResultSet row, int number) throws SQLException {
        return new SavedProfile(
                row.getLong("organisation_id"),
                row.getString("profile"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("yaml"),
                row.getBoolean("shared"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant());
    }
}
