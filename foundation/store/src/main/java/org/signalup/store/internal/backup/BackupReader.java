package org.signalup.store.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Sha256;
import org.signalup.domain.Text;
import org.signalup.store.Backup;
import org.signalup.store.Store;
import org.signalup.store.StoreSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Brings a backup into an empty database. */
public final class BackupReader {
    private final Path file;
    private final ZipFile zip;
    private final Contents contents;

    private BackupReader(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        this.contents = contents();
    }

    /** The whole of it; the digests of all entries are checked before anything is written. */
    public static Backup restore(Path file, Map<String, Path> files, StoreSettings settings) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            BackupReader reader = new BackupReader(file, zip);
            reader.checkDigests();
            try (Store store = Store.openForRestore(settings, reader.contents.schema())) {
                store.fill(reader::fill);
            }
            // Opening it as usual brings the tables up to date.
            Store.open(settings).close();
            reader.placeFiles(files);
            return new Backup(reader.contents.schema(), reader.contents.rows(), reader.contents.head());
        } catch (IOException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    private Contents contents() throws IOException {
        try (InputStream in = open(Contents.NAME)) {
            Contents read = JsonMapper.builder().build().readValue(in, Contents.class);
            if (read.format() != Contents.FORMAT || read.schema() == null || read.tables() == null) {
                throw new RefusedException(Problem.ofFile(
                        file.toString(),
                        "BACKUP_NEWER",
                        Text.of(
                                "备份格式为 " + read.format() + "，本程序认识的是 " + Contents.FORMAT,
                                "the backup has format " + read.format() + ", this program knows " + Contents.FORMAT)));
            }
            return read;
        } catch (JacksonException e) {
            throw damaged(file, Contents.NAME);
        }
    }

    private void checkDigests() throws IOException {
        for (Map.Entry<String, String> entry : contents.digests().entrySet()) {
            try (DigestInputStream in = new DigestInputStream(open(entry.getKey()), Sha256.begin())) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
                if (!Sha256.hex(in.getMessageDigest()).equals(entry.getValue())) {
                    throw damaged(file, entry.getKey());
                }
            }
        }
    }

    private InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(file, name);
        }
        return zip.getInputStream(entry);
    }

    /** Rows come in as they were: no trigger records them anew, no policy asks who brings them. */
    private void fill(JdbcClient client, Connection connection) {
        try {
            for (Contents.Table table : contents.tables()) {
                fill(client, connection, table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        contents.sequences()
                .forEach((name, last) -> client.sql("select setval(:name::regclass, greatest(:last, 1), :used)")
                        .param("name", '"' + name + '"')
                        .param("last", last)
                        .param("used", last > 0)
                        .query(Long.class)
                        .single());
    }

    private void fill(JdbcClient client, Connection connection, Contents.Table table) throws IOException, SQLException {
        String name = '"' + table.name() + '"';
        refuseRows(client, name);
        client.sql("alter table " + name + " disable trigger user").update();
        client.sql("alter table " + name + " no force row level security").update();
        try (InputStream in = open(table.entry())) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + name + " (" + table.columnList() + ") from stdin (format csv)", in);
        }
        client.sql("alter table " + name + " force row level security").update();
        client.sql("alter table " + name + " enable trigger user").update();
    }

    private void refuseRows(JdbcClient client, String table) {
        if (client.sql("select exists (select from " + table + ")")
                .query(Boolean.class)
                .single()) {
            throw new RefusedException(Problem.ofFile(
                    table,
                    "STORE_NOT_EMPTY",
                    Text.of(
                            "数据库里已有数据；请恢复到空的文件夹或空库",
                            "the database holds data; restore into an empty folder or database")));
        }
    }

    private void placeFiles(Map<String, Path> files) throws IOException {
        for (Map.Entry<String, Path> place : files.entrySet()) {
            String name = Contents.FILES + place.getKey();
            if (contents.digests().containsKey(name) && !Files.exists(place.getValue())) {
                Files.createDirectories(place.getValue().toAbsolutePath().getParent());
                try (InputStream in = open(name)) {
                    Files.copy(in, place.getValue());
                }
            }
        }
    }

    private static RefusedException damaged(Path file, String part) {
        return new RefusedException(Problem.ofFile(
                file.toString(),
                "BACKUP_DAMAGED",
                Text.of("不是完整的备份（" + part + "）", "not a whole backup (" + part + ")")));
    }
}
