package org.signalup.store.internal.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Sha256;
import org.signalup.domain.Text;
import org.signalup.store.AuditChain;
import org.signalup.store.Backup;
import org.signalup.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes a backup from one moment of the database. */
public final class BackupWriter {
    private static final String HEAD = "select seq, encode(chain, 'hex') as chain from audit order by seq desc limit 1";

    private final ZipOutputStream zip;
    private final Map<String, String> digests = new TreeMap<>();

    private BackupWriter(ZipOutputStream zip) {
        this.zip = zip;
    }

    /** Writes the whole file. */
    public static Backup write(Store store, Map<String, Path> files, Path file) {
        return store.snapshot((client, connection) -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                Contents contents = new BackupWriter(zip).write(client, connection, files);
                return new Backup(contents.schema(), contents.rows(), contents.head());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** A backup never takes the place of another. */
    public static void refuseExisting(Path file) {
        if (Files.exists(file)) {
            throw new RefusedException(Problem.ofFile(
                    file.toString(),
                    "BACKUP_EXISTS",
                    Text.of("已有同名文件；请换一个名字", "a file of this name is there already; choose another")));
        }
    }

    private Contents write(JdbcClient client, Connection connection, Map<String, Path> files)
            throws IOException, SQLException {
        List<Contents.Table> tables = new ArrayList<>();
        for (Contents.Table table : Tables.list(client)) {
            tables.add(new Contents.Table(table.name(), table.columns(), copy(connection, table)));
        }
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (Files.isRegularFile(file.getValue())) {
                entry(Contents.FILES + file.getKey(), out -> Files.copy(file.getValue(), out));
            }
        }
        AuditChain.Head head = client.sql(HEAD)
                .query((row, number) -> new AuditChain.Head(row.getLong("seq"), row.getString("chain")))
                .optional()
                .orElse(new AuditChain.Head(0, ""));
        Contents contents =
                new Contents(Contents.FORMAT, Tables.schema(client), tables, Tables.sequences(client), digests, head);
        zip.putNextEntry(new ZipEntry(Contents.NAME));
        zip.write(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(contents));
        zip.closeEntry();
        return contents;
    }

    private long copy(Connection connection, Contents.Table table) throws IOException, SQLException {
        String query = "copy (select " + table.columnList() + " from \"" + table.name() + "\") to stdout (format csv)";
        long[] rows = new long[1];
        entry(table.entry(), out -> {
            try {
                rows[0] = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query, out);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        return rows[0];
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private void entry(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        DigestOutputStream out = new DigestOutputStream(new Unclosed(zip), Sha256.begin());
        content.writeTo(out);
        zip.closeEntry();
        digests.put(name, Sha256.hex(out.getMessageDigest()));
    }

    /** Whoever writes an entry may close what it was given; the file goes on. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
