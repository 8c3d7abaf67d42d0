package org.signalup.store.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.store.StoreSettings;

/**
 * The PostgreSQL that comes along, its data in a folder of ours. Kept data deserve a server that writes them down: fsync is
 * on, unlike the library's own choice. Only this machine reaches it, with a password that lies in the folder.
 */
final class EmbeddedServer implements Server {
    private static final String USER = "signalup";
    private static final String DATABASE = "signalup";
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final StoreSettings settings;
    private final ServerFolder folder;
    private final FileLock lock;
    private final String password;
    private EmbeddedPostgres server;

    private EmbeddedServer(StoreSettings settings, ServerFolder folder, FileLock lock) {
        this.settings = settings;
        this.folder = folder;
        this.lock = lock;
        this.password = folder.password();
        this.server = startServer(0);
        makeDatabase();
    }

    static EmbeddedServer start(StoreSettings settings) {
        ServerFolder folder = ServerFolder.of(settings.folder());
        FileLock lock = lock(folder);
        try {
            folder.checkVersion();
            folder.stopLeftOver();
            return new EmbeddedServer(settings, folder, lock);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /** How to reach the server of this folder while another program runs it. */
    static Optional<Address> running(StoreSettings settings) {
        ServerFolder folder = ServerFolder.of(settings.folder());
        try {
            release(lock(folder));
            return Optional.empty();
        } catch (RefusedException e) {
            return folder.port().map(port -> address(port, folder.password()));
        }
    }

    private static Address address(int port, String password) {
        return new Address("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, USER, password);
    }

    /** One program at a time; the lock goes with its process, however that ends. */
    private static FileLock lock(ServerFolder folder) {
        try {
            FileChannel channel =
                    FileChannel.open(folder.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw inUse(folder.path());
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            throw inUse(folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RefusedException inUse(Path folder) {
        return new RefusedException(Problem.ofFile(
                folder.toString(),
                "STORE_IN_USE",
                Text.of(
                        "另一个 SignalUp 正在使用这个数据文件夹；请先停掉它",
                        "another SignalUp is using this data folder; stop it first")));
    }

    private EmbeddedPostgres startServer(int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder.data())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.programs().toFile())
                    .setRegisterShutdownHook(true)
                    .setPort(port)
                    .setPGStartupWait(LONGEST_START)
                    .setConnectConfig("password", password)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("timezone", "UTC")
                    .setOutputRedirector(
                            ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                    .setErrorRedirector(
                            ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException e) {
            throw new RefusedException(Problem.ofFile(
                    folder.path().toString(),
                    "STORE_NOT_STARTED",
                    Text.of(
                            "自带的数据库没有启动：" + e.getMessage() + "；原因见 " + folder.log(),
                            "the database that comes along did not start: " + e.getMessage() + "; see "
                                    + folder.log())));
        }
    }

    /** An account of our own that row policies hold for; the server's first account is above them. */
    private void makeDatabase() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            String quoted = "'" + password + "'";
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + USER + "'")) {
                statement.execute("create role " + USER + " login nosuperuser nobypassrls password " + quoted);
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + USER + " encoding 'UTF8'"
                        + " lc_collate 'C' lc_ctype 'C.UTF-8' template template0");
            }
            statement.execute("alter role postgres password " + quoted);
            if (folder.askForPassword()) {
                statement.execute("select pg_reload_conf()");
            }
        } catch (SQLException e) {
            close();
            throw new IllegalStateException(e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    @Override
    public Address address() {
        return address(server.getPort(), password);
    }

    @Override
    public int connections() {
        return settings.connections();
    }

    @Override
    public String place() {
        return folder.path().toString();
    }

    @Override
    public synchronized void ensureRunning() {
        if (!server.getProcess().isAlive() && !folder.serverRuns()) {
            int port = server.getPort();
            folder.stopLeftOver();
            server = startServer(port);
        }
    }

    @Override
    public synchronized void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            release(lock);
        }
    }

    private static void release(FileLock lock) {
        try {
            // Closing the channel releases the lock.
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
